//! Finding things as a person does, by role and accessible name or by label, and using them.

use fantoccini::{
    elements::{Element, ElementRef},
    error::CmdError,
};
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    driver::{Command, answered},
    engine::Engine,
};

/// How often a text is typed at most.
const TYPED_AGAIN: usize = 3;

/// What a thing is to somebody who uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A button.
    Button,
    /// A checkbox.
    Checkbox,
    /// A header of a column.
    ColumnHeader,
    /// A choice of one from a list.
    Combobox,
    /// A dialog.
    Dialog,
    /// A heading of any level.
    Heading,
    /// A link.
    Link,
    /// A landmark of links.
    Navigation,
    /// A bar that shows how much is done.
    Progressbar,
    /// One of several that exclude each other.
    Radio,
    /// A field to search with.
    Searchbox,
    /// A table.
    Table,
    /// A field for text, of one line or many.
    Textbox,
}

impl Role {
    /// The name that the browser has for it.
    pub(crate) fn name(self) -> &'static str {
        self.definition().0
    }

    /// Where to look for it; the browser has the last word.
    fn selector(self) -> &'static str {
        self.definition().1
    }

    fn definition(self) -> (&'static str, &'static str) {
        match self {
            Self::Button => ("button", "button, [role=button], input[type=submit]"),
            Self::Checkbox => ("checkbox", "input[type=checkbox], [role=checkbox]"),
            Self::ColumnHeader => ("columnheader", "th, [role=columnheader]"),
            Self::Combobox => ("combobox", "select, [role=combobox]"),
            Self::Dialog => ("dialog", "dialog, [role=dialog]"),
            Self::Heading => ("heading", "h1, h2, h3, h4, h5, h6, [role=heading]"),
            Self::Link => ("link", "a[href], [role=link]"),
            Self::Navigation => ("navigation", "nav, [role=navigation]"),
            Self::Progressbar => ("progressbar", "[role=progressbar]"),
            Self::Radio => ("radio", "input[type=radio], [role=radio]"),
            Self::Searchbox => ("searchbox", "input[type=search], [role=searchbox]"),
            Self::Table => ("table", "table, [role=table]"),
            Self::Textbox => ("textbox", "input, textarea, [role=textbox]"),
        }
    }
}

/// Narrows a page down to the shown elements whose name may be the wanted one, so that the driver has few to look at.
const CANDIDATES: &str = "
    const [selector, name] = arguments;
    const words = (element) => [
        element.textContent, element.getAttribute('aria-label'), element.title, element.placeholder,
        ...[...(element.labels ?? [])].map((label) => label.textContent),
        ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    ].join(' ').replace(/\\s+/g, ' ');
    return [...document.querySelectorAll(selector)].filter((element) =>
        element.checkVisibility({ visibilityProperty: true }) && words(element).toLowerCase().includes(name.toLowerCase()));
";

impl Browser {
    /// Waits for a thing with a role and an accessible name.
    pub async fn find(&self, role: Role, name: &str) -> Element {
        let what = format!("the {} “{name}”", role.name());
        self.until(&what, async || Ok(self.look_for(role, name).await?.into_iter().next())).await
    }

    /// Whether there is a thing with a role and an accessible name now.
    pub async fn has(&self, role: Role, name: &str) -> bool {
        !answered(self.look_for(role, name).await).is_empty()
    }

    /// Waits until there is no such thing.
    pub async fn misses(&self, role: Role, name: &str) {
        let what = format!("the end of the {} “{name}”", role.name());
        self.until(&what, async || Ok(self.look_for(role, name).await?.is_empty().then_some(()))).await;
    }

    /// Waits for a button.
    pub async fn button(&self, name: &str) -> Element {
        self.find(Role::Button, name).await
    }

    /// Waits for a text field with a label.
    pub async fn field(&self, label: &str) -> Element {
        self.find(Role::Textbox, label).await
    }

    /// Waits for a button and presses it.
    pub async fn press(&self, name: &str) {
        self.click(Role::Button, name).await;
    }

    /// Waits for a button and presses it so many times, faster than anybody can.
    pub async fn press_fast(&self, name: &str, times: u32) {
        let button = self.button(name).await;
        let script = "for (let press = 0; press < arguments[1]; press += 1) arguments[0].click()";
        answered(self.client.execute(script, vec![reference(&button), Value::from(times)]).await);
    }

    /// Waits for a link and follows it.
    pub async fn follow(&self, name: &str) {
        self.click(Role::Link, name).await;
    }

    /// Waits for a thing and clicks it.
    pub async fn click(&self, role: Role, name: &str) {
        let what = format!("the {} “{name}”, ready to be clicked,", role.name());
        self.until(&what, async || {
            let Some(element) = self.look_for(role, name).await?.into_iter().next() else { return Ok(None) };
            element.click().await.map(Some)
        })
        .await;
    }

    /// Waits for a checkbox or a radio button, and clicks its label as a person would.
    pub async fn tick(&self, label: &str) {
        let what = format!("the choice “{label}”");
        self.until(&what, async || {
            let mut found = self.look_for(Role::Checkbox, label).await?;
            found.extend(self.look_for(Role::Radio, label).await?);
            let Some(element) = found.first() else { return Ok(None) };
            let script = "return arguments[0].labels[0] ?? arguments[0]";
            let labels = self.elements(script, vec![reference(element)]).await?;
            let Some(label) = labels.first() else { return Ok(None) };
            label.click().await.map(Some)
        })
        .await;
    }

    /// Replaces the text of a field by typing.
    pub async fn fill(&self, label: &str, text: &str) {
        self.replace(Role::Textbox, label, text).await;
    }

    /// Replaces the text of a search field by typing.
    pub async fn search(&self, label: &str, text: &str) {
        self.replace(Role::Searchbox, label, text).await;
    }

    async fn replace(&self, role: Role, label: &str, text: &str) {
        let field = self.find(role, label).await;
        // WebKit's driver loses a key now and then; a person would see it.
        for _ in 0..TYPED_AGAIN {
            self.type_over(&field, text).await;
            // In a line, Enter may have led elsewhere.
            let script = "
                const [field, text] = arguments;
                return field.value === text || (field.localName !== 'textarea' && text.includes('\\n'))";
            let typed = self.client.execute(script, vec![reference(&field), Value::from(text)]).await;
            if typed.map_or(text.contains('\n'), |is_whole| is_whole == true) {
                break;
            }
        }
    }

    async fn type_over(&self, field: &Element, text: &str) {
        // Without a click, whose end may come late and undo the selection.
        let script = "arguments[0].focus(); arguments[0].select()";
        answered(self.client.execute(script, vec![reference(field)]).await);
        // As keys: a line ends with Enter, and nothing is what Delete leaves.
        let keys = if text.is_empty() { "\u{e017}".to_owned() } else { text.replace('\n', "\u{e007}") };
        answered(field.send_keys(&keys).await);
    }

    /// Puts a text into a field at once, as pasting does.
    pub async fn paste(&self, label: &str, text: &str) {
        let script = "
            const [field, text] = arguments;
            field.focus();
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: text }));
        ";
        let field = self.field(label).await;
        answered(self.client.execute(script, vec![reference(&field), Value::from(text)]).await);
    }

    /// What stands in a field.
    pub async fn value(&self, label: &str) -> String {
        answered(self.field(label).await.prop("value").await).unwrap_or_default()
    }

    /// Waits until a text stands in a field.
    pub async fn sees_value(&self, label: &str, expected: &str) {
        let what = format!("the text “{expected}” in the field “{label}”");
        self.until(&what, async || {
            let fields = self.look_for(Role::Textbox, label).await?;
            let Some(field) = fields.first() else { return Ok(None) };
            Ok((field.prop("value").await?.as_deref() == Some(expected)).then_some(()))
        })
        .await;
    }

    /// Chooses from a list.
    pub async fn select(&self, label: &str, option: &str) {
        answered(self.find(Role::Combobox, label).await.select_by_label(option).await);
    }

    /// Waits until an option of a list is the chosen one.
    pub async fn sees_selected(&self, label: &str, option: &str) {
        let what = format!("“{option}” chosen in “{label}”");
        self.until(&what, async || {
            let lists = self.look_for(Role::Combobox, label).await?;
            let Some(list) = lists.first() else { return Ok(None) };
            let script = "return arguments[0].selectedOptions[0]?.text";
            let chosen = self.client.execute(script, vec![reference(list)]).await?;
            Ok((chosen.as_str() == Some(option)).then_some(()))
        })
        .await;
    }

    /// Those that are there now and that the browser itself gives this role and name.
    pub(crate) async fn look_for(&self, role: Role, name: &str) -> Result<Vec<Element>, CmdError> {
        let arguments = vec![Value::from(role.selector()), Value::from(name)];
        let mut found = Vec::new();
        for element in self.elements(CANDIDATES, arguments).await? {
            if self.name_of(&element).await? == name && self.role_of(&element).await? == role.name() {
                found.push(element);
            }
        }
        Ok(found)
    }

    /// The role that the browser computed for an element, under the name that all browsers have for it.
    pub(crate) async fn role_of(&self, element: &Element) -> Result<String, CmdError> {
        let role = self.computed(element, "role").await?;
        let common = match (self.engine, role.as_str()) {
            // HTML gives a field for a password no role.
            (Engine::Firefox, "") if element.attr("type").await?.as_deref() == Some("password") => "textbox",
            // To WebKit, a list that opens is the button that opens it.
            (Engine::Webkit, "button") if element.tag_name().await? == "select" => "combobox",
            _ => return Ok(role),
        };
        Ok(common.to_owned())
    }

    /// The accessible name that the browser computed for an element.
    pub(crate) async fn name_of(&self, element: &Element) -> Result<String, CmdError> {
        let name = self.computed(element, "label").await?;
        // WebKit leaves the name of a cell to whoever reads its text.
        if self.engine == Engine::Webkit && name.is_empty() && element.tag_name().await? == "th" {
            return element.text().await;
        }
        Ok(name)
    }

    async fn computed(&self, element: &Element, what: &str) -> Result<String, CmdError> {
        let path = format!("element/{}/computed{what}", element.element_id().as_ref());
        let answer = self.client.issue_cmd(Command::get(path)).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// The elements that a script returns.
    pub(crate) async fn elements(&self, script: &str, arguments: Vec<Value>) -> Result<Vec<Element>, CmdError> {
        let answer = self.client.execute(script, arguments).await?;
        let single = std::slice::from_ref(&answer);
        let references = answer.as_array().map_or(single, Vec::as_slice);
        let element = |reference: &Value| {
            let id = reference.get(ELEMENT_KEY)?.as_str()?.to_owned();
            Some(Element::from_element_id(self.client.clone(), ElementRef::from(id)))
        };
        Ok(references.iter().filter_map(element).collect())
    }
}

/// The key of an element in the answers of a driver.
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element as an argument of a script.
pub(crate) fn reference(element: &Element) -> Value {
    json!({ ELEMENT_KEY: element.element_id().as_ref() })
}
