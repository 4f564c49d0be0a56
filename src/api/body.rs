//! The body of an answer, no further than it is of use.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// Reads so many bytes, or what there is; what is behind them is not fetched.
///
/// # Errors
/// Where the connection breaks off.
pub async fn read(stream: ReadableStream, most: usize) -> Result<Vec<u8>, JsValue> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().dyn_into()?;
    let mut body = Vec::new();
    while body.len() < most {
        let part = JsFuture::from(reader.read()).await?;
        if Reflect::get(&part, &"done".into())?.is_truthy() {
            return Ok(body);
        }
        let bytes: Uint8Array = Reflect::get(&part, &"value".into())?.dyn_into()?;
        let start = body.len();
        body.resize(start + bytes.length() as usize, 0);
        bytes.copy_to(body.get_mut(start..).unwrap_or_default());
    }
    body.truncate(most);
    // Nobody waits for the rest to be called off.
    let _ = reader.cancel();
    Ok(body)
}
