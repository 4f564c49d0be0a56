//! Numbers and dates as the browser's locale writes them. Where there is no browser, as in English.

use jiff::civil::{Date, DateTime};

use crate::words::dates;

/// A number with its digits grouped.
pub fn number(number: usize) -> String {
    here::number(number)
}

/// A day, such as "31 Dec 2026".
pub fn day(day: Date) -> String {
    here::day(day)
}

/// The month of a day, such as "Dec 2026".
pub fn month(day: Date) -> String {
    here::month(day)
}

/// A month as all who read English understand it alike.
fn english_month(day: Date) -> String {
    dates::month(usize::try_from(day.month()).unwrap_or(1), day.year())
}

/// A day as all who read English understand it alike: "31 Dec 2026", never by numbers alone.
fn english_day(day: Date) -> String {
    dates::day(day.day(), usize::try_from(day.month()).unwrap_or(1), day.year())
}

/// The time of a day, such as "14:24".
pub fn clock(time: DateTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(target_arch = "wasm32")]
mod here {
    use jiff::civil::Date;
    use js_sys::{Array, Function, Intl, Object, Reflect, global};
    use leptos::prelude::window;
    use wasm_bindgen::{JsCast, JsValue};

    use crate::locale::{english_day, english_month};

    thread_local! {
        static NUMBERS: Function = Intl::NumberFormat::new(&languages(), &Object::new()).format();
        /// How days are written in any language but English.
        static DAYS: Option<Function> = dates(&["day", "month", "year"]);
        /// How months are.
        static MONTHS: Option<Function> = dates(&["month", "year"]);
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub fn number(number: usize) -> String {
        NUMBERS.with(|format| text(format, &JsValue::from_f64(number as f64)))
    }

    pub fn day(day: Date) -> String {
        DAYS.with(|format| format.as_ref().map_or_else(|| english_day(day), |format| text(format, &value(day))))
    }

    pub fn month(day: Date) -> String {
        MONTHS.with(|format| format.as_ref().map_or_else(|| english_month(day), |format| text(format, &value(day))))
    }

    /// A day as JavaScript counts it.
    fn value(day: Date) -> JsValue {
        JsValue::from_f64(day.duration_since(Date::constant(1970, 1, 1)).as_secs_f64() * 1_000.0)
    }

    /// How the parts of a date are written in any language but English.
    fn dates(parts: &[&str]) -> Option<Function> {
        (!is_english()).then(|| Intl::DateTimeFormat::new(&languages(), &options(parts)).format())
    }

    /// The person's languages, but for what is none: where the system has none, WebKit tells of one "C", which nothing of
    /// `Intl` takes.
    fn languages() -> Array {
        let check =
            Reflect::get(&global(), &"Intl".into()).and_then(|intl| Reflect::get(&intl, &"getCanonicalLocales".into()));
        let check: Option<Function> = check.ok().and_then(|check| check.dyn_into().ok());
        let is_one =
            |language: &JsValue| check.as_ref().is_some_and(|check| check.call1(&JsValue::UNDEFINED, language).is_ok());
        window().navigator().languages().iter().filter(is_one).collect()
    }

    fn is_english() -> bool {
        window().navigator().language().is_none_or(|language| language.starts_with("en"))
    }

    fn text(format: &Function, value: &JsValue) -> String {
        format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    fn options(parts: &[&str]) -> Object {
        let options = Object::new();
        for (name, value) in [("day", "numeric"), ("month", "short"), ("year", "numeric")] {
            if parts.contains(&name) {
                let _ = Reflect::set(&options, &name.into(), &value.into());
            }
        }
        let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
        options
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod here {
    use jiff::civil::Date;

    use crate::locale::{english_day, english_month};

    pub fn day(day: Date) -> String {
        english_day(day)
    }

    pub fn month(day: Date) -> String {
        english_month(day)
    }

    pub fn number(number: usize) -> String {
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text
    }
}
