//! One computer, and what it says of Ubuntu Pro.

mod pro;

use std::sync::Arc;

use leptos::prelude::*;

use self::pro::ProSection;
use crate::api::computer::Computer;
use crate::api::id::ComputerId;
use crate::components::computer_rows::tags_text;
use crate::components::date_text::Moment;
use crate::components::form_buttons::FormButtons;
use crate::components::load::Load;
use crate::components::missing::Missing;
use crate::components::page_header::PageHeader;
use crate::components::properties::Properties;
use crate::reading::Reader;
use crate::route::Route;
use crate::visible;
use crate::words::computers_page::{self, detail};
use crate::words::{self, fields};

/// The page of one computer.
#[component]
pub fn ComputerPage(
    /// Which one.
    id: ComputerId,
) -> impl IntoView {
    let reader = Reader::new(move || id, |client, id| async move { client.computer(id).await });
    let ready = |computer: Arc<Computer>| view! { <ComputerView computer /> };
    let not_found = || view! { <Missing words=&computers_page::MISSING list=Route::Computers /> };
    view! {
        <PageHeader heading=Route::Computer(id).heading()>
            <button type="button" class="p-button is-dense u-no-margin--bottom" on:click=move |_| reader.again()>
                {words::REFRESH}
            </button>
        </PageHeader>
        <Load reader ready not_found />
    }
}

#[component]
fn ComputerView(computer: Arc<Computer>) -> impl IntoView {
    let id = computer.id;
    let ids = Callback::new(move |()| id.to_string());
    let pro = computer.ubuntu_pro_info.clone();
    view! {
        <ComputerFacts computer />
        <div class="form-buttons">
            <FormButtons ids />
        </div>
        <ProSection pro />
    }
}

#[component]
fn ComputerFacts(computer: Arc<Computer>) -> impl IntoView {
    let yes_or_no = |is_so| if is_so { detail::YES } else { detail::NO };
    let properties = vec![
        (computers_page::TITLE, text(computer.title.clone())),
        (computers_page::HOSTNAME, text(computer.hostname.clone())),
        (fields::ID, computer.id.to_string().into_any()),
        (computers_page::TAGS, text(Some(tags_text(&computer)))),
        (detail::DISTRIBUTION, text(computer.distribution.clone())),
        (detail::ACCESS_GROUP, text(computer.access_group.clone())),
        (computers_page::LAST_SEEN, view! { <Moment date=computer.last_ping_time.clone() /> }.into_any()),
        (detail::WSL, yes_or_no(computer.is_wsl_instance).into_any()),
        (detail::CLOUD, yes_or_no(computer.is_in_cloud).into_any()),
    ];
    view! { <Properties properties /> }
}

/// A text of the server; a dash where there is none.
fn text(text: Option<String>) -> AnyView {
    let text = text.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| words::NOTHING.to_owned());
    view! { <span dir="auto">{visible::line(&text)}</span> }.into_any()
}
