//! `/api/v1`: one file for each resource, as the URL tree has it.

mod cancel;
mod create;
mod events;
mod executions;
mod health;
mod languages;
mod protection;
mod record;
mod shares;
mod socket;
mod source;
mod stats;
mod tokens;

use crate::state::ApiState;
use utoipa_axum::{router::OpenApiRouter, routes};

pub(crate) use health::{Health, health as health_of};
pub(crate) use languages::LanguageView;

pub(crate) fn routes() -> OpenApiRouter<ApiState> {
    OpenApiRouter::default()
        .routes(routes!(executions::list, create::create))
        .routes(routes!(executions::get))
        .routes(routes!(cancel::cancel))
        .routes(routes!(source::source))
        .routes(routes!(events::events))
        .routes(routes!(socket::socket))
        .routes(routes!(languages::list))
        .routes(routes!(languages::get))
        .routes(routes!(shares::create))
        .routes(routes!(shares::get))
        .routes(routes!(tokens::create))
        .routes(routes!(stats::stats))
        .routes(routes!(protection::protection))
        .routes(routes!(health::overall))
        .routes(routes!(health::live))
        .routes(routes!(health::ready))
}
