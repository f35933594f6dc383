//! Who asks, and what they own.

use crate::{
    client::{Client, cookie},
    fault::{Fault, Outcome},
    origin::{self, Standing},
    state::ApiState,
    token::OwnerKind,
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use runyard_types::OwnerId;

/// The browser's form of the token.
pub(crate) const COOKIE: &str = "runyard_anonymous";

/// Browsers keep cookies for 400 days at most (RFC 6265bis).
const COOKIE_SECONDS: u32 = 400 * 86_400;

/// Shorter idempotency keys could be guessed by somebody else behind the same address.
const UNGUESSABLE_KEY: usize = 16;

/// The one who sent the request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// The owner their token names, if they sent a valid one.
    owner: Option<OwnerId>,
    client: Client,
    standing: Standing,
}

/// In whose name something is made.
#[derive(Debug)]
pub(crate) struct Creator {
    pub(crate) owner: OwnerId,
    /// For the answer, when the caller got a token by this request.
    cookie: Option<HeaderValue>,
}

impl Caller {
    /// # Errors
    /// 401 for a bearer token that is not ours, 403 when a foreign page uses the browser's cookie.
    pub(crate) fn of(headers: &HeaderMap, client: Client, state: &ApiState) -> Outcome<Self> {
        let standing = origin::standing(headers, &state.config.cors.allowed_origins);
        let owner = match bearer(headers)? {
            Some(token) => Some(state.token_key.verify(token).ok_or_else(invalid_token)?),
            // A cookie signed by an earlier key is as good as none.
            None => cookie(headers, COOKIE).and_then(|token| state.token_key.verify(token)),
        };
        Ok(Self { owner, client, standing })
    }

    /// The owner, for what needs one.
    ///
    /// # Errors
    /// 401 when the caller sent no token.
    pub(crate) fn owner(&self) -> Outcome<OwnerId> {
        self.owner.ok_or_else(|| {
            let detail = "send your token: Authorization: Bearer TOKEN, from POST /api/v1/tokens";
            Fault::new(StatusCode::UNAUTHORIZED, "token_required", detail)
        })
    }

    /// Where they call from.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Whether the caller may change what this owner made.
    pub(crate) fn may_control(&self, owner: OwnerId) -> bool {
        match self.owner {
            Some(own) => own == owner,
            None => OwnerKind::of(owner) == OwnerKind::Open,
        }
    }

    /// In whose name the caller makes something. A caller without a token becomes somebody:
    ///
    /// - a page of ours gets a token as a cookie;
    /// - a tool gets one too, unless it repeats requests under an idempotency key: then everything it makes belongs to
    ///   one owner for each address, so that the key finds the first request again; nobody ever gets that owner's token.
    pub(crate) fn creator(&self, state: &ApiState, idempotency_key: Option<&str>) -> Creator {
        if let Some(owner) = self.owner {
            return Creator { owner, cookie: None };
        }
        let network = self.client.network().to_string();
        let (owner, hand_out) = match (self.standing, idempotency_key) {
            // The key scopes the owner, so that a repeat without the lost cookie finds its owner again.
            (Standing::Own, Some(key)) if key.len() >= UNGUESSABLE_KEY => {
                let scope = format!("{network}\0{key}");
                (state.token_key.derive(b"page", scope.as_bytes(), OwnerKind::Token), true)
            }
            (Standing::Own, _) => (OwnerKind::Token.fresh(), true),
            (_, Some(_)) => (self.address_owner(state), false),
            // A page elsewhere cannot keep our cookie.
            (Standing::Allowed, None) => (OwnerKind::Open.fresh(), false),
            (_, None) => (OwnerKind::Open.fresh(), true),
        };
        let cookie = hand_out.then(|| self.cookie(state, owner)).flatten();
        Creator { owner, cookie }
    }

    /// In whose name a code session is made. Its clients know no tokens, and an idempotency key must be recognised
    /// over all sessions of one client.
    pub(crate) fn session_creator(&self, state: &ApiState) -> Creator {
        match (self.owner, self.standing) {
            (Some(_), _) | (None, Standing::Own) => self.creator(state, None),
            _ => Creator { owner: self.address_owner(state), cookie: None },
        }
    }

    fn address_owner(&self, state: &ApiState) -> OwnerId {
        state.token_key.derive(b"address", self.client.network().to_string().as_bytes(), OwnerKind::Open)
    }

    fn cookie(&self, state: &ApiState, owner: OwnerId) -> Option<HeaderValue> {
        let token = state.token_key.sign(owner);
        let secure = if self.client.secure { "; Secure" } else { "" };
        let text =
            format!("{COOKIE}={token}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}");
        HeaderValue::from_str(&text).ok()
    }
}

impl Creator {
    /// Gives the answer the cookie, if there is one to give.
    pub(crate) fn introduce(self, mut response: Response) -> Response {
        if let Some(cookie) = self.cookie {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

fn bearer(headers: &HeaderMap) -> Outcome<Option<&str>> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let text = value.to_str().map_err(|_| invalid_token())?;
    match text.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => Ok(Some(token.trim())),
        _ => Err(invalid_token()),
    }
}

fn invalid_token() -> Fault {
    let detail = "the token in the Authorization header is not valid; get one from POST /api/v1/tokens";
    Fault::new(StatusCode::UNAUTHORIZED, "invalid_token", detail)
}

impl FromRequestParts<ApiState> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, state: &ApiState) -> Outcome<Self> {
        let client = parts.extensions.get::<Client>().copied().ok_or_else(Fault::broken)?;
        Self::of(&parts.headers, client, state)
    }
}
