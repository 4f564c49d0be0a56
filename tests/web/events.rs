//! Events as the browser makes them of what a person does.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// Presses the main mouse button on an element, in one event with these properties of it. Whether nobody prevented the
/// browser's own action.
pub fn press(element: &Element, properties: &[(&str, JsValue)]) -> bool {
    dispatch(element, "MouseEvent", "click", properties)
}

/// Types a text into a field, in place of what was there.
pub fn enter(field: &Element, text: &str) {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else {
        field.dyn_ref::<HtmlTextAreaElement>().expect("one types into fields").set_value(text);
    }
    dispatch(field, "Event", "input", &[]);
}

/// Leaves a field.
pub fn leave_field(field: &Element) {
    dispatch(field, "FocusEvent", "blur", &[("bubbles", JsValue::FALSE)]);
    dispatch(field, "FocusEvent", "focusout", &[]);
}

/// Chooses an option of a select.
pub fn choose(select: &Element, value: &str) {
    select.dyn_ref::<HtmlSelectElement>().expect("one chooses in selects").set_value(value);
    dispatch(select, "Event", "change", &[]);
}

/// What is typed into a field.
pub fn value(field: &Element) -> String {
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => field.dyn_ref::<HtmlTextAreaElement>().expect("fields have values").value(),
    }
}

/// Sends an event of a class to an element. Whether nobody prevented its default.
pub fn dispatch(element: &Element, class: &str, kind: &str, properties: &[(&str, JsValue)]) -> bool {
    let init = Object::new();
    let defaults = [("bubbles", JsValue::TRUE), ("cancelable", JsValue::TRUE)];
    for (name, value) in defaults.iter().chain(properties) {
        Reflect::set(&init, &(*name).into(), value).expect("a plain object takes any property");
    }
    let class: Function = Reflect::get(&js_sys::global(), &class.into())
        .ok()
        .and_then(|class| class.dyn_into().ok())
        .expect("the browser has the class");
    let event: Event = Reflect::construct(&class, &Array::of2(&kind.into(), &init))
        .expect("it takes a name and properties")
        .unchecked_into();
    element.dispatch_event(&event).expect("it was not dispatched before")
}
