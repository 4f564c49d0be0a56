//! What a computer says of Ubuntu Pro.

use leptos::prelude::*;

use crate::api::computer::pro::{ProAccount, ProContract, ProError, ProService, UbuntuProInfo};
use crate::components::computer_rows::ContractLink;
use crate::components::date_text::ProEnd;
use crate::components::notification::Notification;
use crate::components::properties::Properties;
use crate::components::status_badge::StatusBadge;
use crate::components::status_help::StatusHelp;
use crate::status::{Meaning, Status, Tone};
use crate::visible;
use crate::words::computers_page::{self, detail};
use crate::words::{self, fields};

/// The part "Ubuntu Pro" of a computer's page.
#[component]
pub fn ProSection(
    /// What it says; nothing where it never has.
    pro: Option<UbuntuProInfo>,
) -> impl IntoView {
    let content = match pro {
        Some(pro) => view! { <ProInfo pro /> }.into_any(),
        None => view! {
            <Notification tone=Tone::Information title=detail::NOT_REPORTED>
                <p class="p-notification__message">{detail::NOT_REPORTED_REASON}</p>
            </Notification>
        }
        .into_any(),
    };
    let meanings = Meaning::of_ubuntu_pro().into_iter().chain(Meaning::of_services()).collect::<Vec<_>>();
    view! {
        <section aria-labelledby="ubuntu-pro-heading">
            <h2 id="ubuntu-pro-heading" class="p-heading--3">
                {computers_page::UBUNTU_PRO}
            </h2>
            {content}
            <StatusHelp meanings />
        </section>
    }
}

#[component]
fn ProInfo(pro: UbuntuProInfo) -> impl IntoView {
    let status = Status::from(Some(&pro));
    let UbuntuProInfo { expires, contract, account, services, errors, .. } = pro;
    let properties = vec![
        (computers_page::UBUNTU_PRO, view! { <StatusBadge status /> }.into_any()),
        (fields::CONTRACT, view! { <ContractName contract /> }.into_any()),
        (detail::ACCOUNT, view! { <AccountName account /> }.into_any()),
        (detail::EXPIRES, view! { <ProEnd date=expires /> }.into_any()),
    ];
    view! {
        <p class="u-text--muted">{detail::MAY_LAG}</p>
        <ProErrors errors />
        <Properties properties />
        <h3 class="p-heading--4">{detail::SERVICES}</h3>
        <p class="u-text--muted">{detail::ENABLES_NONE}</p>
        <Services services />
    }
}

/// The contract's name and the way to it.
#[component]
fn ContractName(contract: Option<ProContract>) -> impl IntoView {
    let contract = contract.unwrap_or_default();
    let name = contract.name.filter(|name| !name.trim().is_empty());
    let contract = contract.id.filter(|id| !id.0.is_empty());
    let is_link = contract.is_some() || name.is_none();
    view! {
        {name.map(|name| view! { <span dir="auto">{visible::line(&name)}</span> " " })}
        {is_link.then(|| view! { <ContractLink contract /> })}
    }
}

#[component]
fn AccountName(account: Option<ProAccount>) -> impl IntoView {
    let shown = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let account = account.unwrap_or_default();
    let text = match (shown(account.name), shown(account.id)) {
        (Some(name), Some(id)) => detail::named(&name, &id),
        (name, id) => name.or(id).unwrap_or_else(|| words::NOTHING.to_owned()),
    };
    view! { <span dir="auto">{visible::line(&text)}</span> }
}

/// What the Pro client reported, as text.
#[component]
fn ProErrors(errors: Vec<ProError>) -> impl IntoView {
    let message = |error: ProError| {
        let message = error.message.filter(|message| !message.trim().is_empty());
        view! { <li dir="auto">{visible::line(message.as_deref().unwrap_or(detail::NO_MESSAGE))}</li> }
    };
    (!errors.is_empty()).then(|| {
        view! {
            <Notification tone=Tone::Caution title=detail::errors(errors.len())>
                <ul class="p-notification__message pro__errors">{errors.into_iter().map(message).collect_view()}</ul>
            </Notification>
        }
    })
}

#[component]
fn Services(services: Vec<ProService>) -> impl IntoView {
    if services.is_empty() {
        return view! { <p>{detail::NO_SERVICES}</p> }.into_any();
    }
    view! {
        <div class="data-table pro__services" role="region" aria-label=words::table_of(detail::SERVICES) tabindex="0">
            <table>
                <caption class="u-off-screen">{detail::SERVICES}</caption>
                <thead>
                    <tr>
                        <th scope="col">{detail::NAME}</th>
                        <th scope="col">{detail::STATUS}</th>
                        <th scope="col">{detail::DESCRIPTION}</th>
                        <th scope="col">{detail::AVAILABLE}</th>
                        <th scope="col">{detail::ENTITLED}</th>
                    </tr>
                </thead>
                <tbody>{services.into_iter().map(service_row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn service_row(service: ProService) -> impl IntoView {
    let status = Status::from(&service);
    let text = |text: Option<String>| {
        visible::line(text.as_deref().filter(|text| !text.trim().is_empty()).unwrap_or(words::NOTHING))
    };
    view! {
        <tr>
            <th scope="row" dir="auto">
                {visible::line(&service.name)}
            </th>
            <td>
                <StatusBadge status />
            </td>
            <td dir="auto" class="pro__description">
                {text(service.description)}
            </td>
            <td dir="auto">{text(service.available)}</td>
            <td dir="auto">{text(service.entitled)}</td>
        </tr>
    }
}
