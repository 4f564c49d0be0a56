use serde_json::Value;

/// What people or their computers name and write, in answers to reads.
const FREE: [&str; 13] = [
    "title",
    "hostname",
    "tags",
    "summary",
    "result_text",
    "description",
    "distribution",
    "access_group",
    "message",
    "contract_id",
    "name",
    "activity_status",
    "email",
];

/// Texts that stand in the place of every text of a free field, one after another.
#[derive(Debug, Default)]
pub(crate) struct Words {
    texts: Vec<String>,
    next: usize,
}

impl Words {
    pub fn new(texts: Vec<String>) -> Self {
        Self { texts, next: 0 }
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Puts them into an answer.
    pub fn put_into(&mut self, answer: &mut Value) {
        match answer {
            Value::Array(values) => values.iter_mut().for_each(|value| self.put_into(value)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    if FREE.contains(&name.as_str()) { self.replace(value) } else { self.put_into(value) }
                }
            }
            _ => {}
        }
    }

    fn replace(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => {
                text.clone_from(&self.texts[self.next % self.texts.len()]);
                self.next += 1;
            }
            Value::Array(values) => values.iter_mut().for_each(|value| self.replace(value)),
            other => self.put_into(other),
        }
    }
}
