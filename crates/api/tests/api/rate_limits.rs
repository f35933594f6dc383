//! How often one client may ask, and who one client is.

use crate::app::{App, Setup};
use serde_json::json;

fn limited() -> Setup {
    Setup::default().set("RATE_LIMIT_LOOPBACK", "true").without_worker()
}

#[tokio::test]
async fn a_request_above_the_limit_says_when_to_come_back() {
    let app = limited().set("RATE_LIMIT_CREATE_PER_MINUTE", "5").start().await;
    let client = app.client();
    let body = json!({ "language": "python", "source": "x" });
    for _ in 0..5 {
        client.post("/api/v1/executions", &body).await.expect(202);
    }
    let answer = client.post("/api/v1/executions", &body).await;
    assert_eq!(answer.expect(429)["code"], "rate_limited");
    let seconds: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    let old = client.post("/api/execute", &json!({})).await;
    assert_eq!(old.expect(429)["code"], "rate_limited");
    assert_eq!(client.post("/executions", &json!({})).await.expect(429)["statusCode"], 429);
    client.get("/api/v1/stats").await.expect(200);
    assert_eq!(app.services.executions.stats().await.unwrap().waiting, 5);
}

#[tokio::test]
async fn reading_has_its_own_limit_and_pages_have_none() {
    let app = limited().set("RATE_LIMIT_READ_PER_MINUTE", "3").start().await;
    let client = app.client();
    for _ in 0..3 {
        client.get("/api/v1/languages").await.expect(200);
    }
    assert_eq!(client.get("/api/v1/languages").await.status, 429);
    assert_eq!(client.get("/executions/x").await.status, 429);
    for path in ["/", "/health", "/api/v1/health", "/docs"] {
        assert_ne!(client.get(path).await.status, 429, "{path}");
    }
}

#[tokio::test]
async fn this_machine_is_free_unless_a_proxy_speaks() {
    let app = Setup::default().set("RATE_LIMIT_READ_PER_MINUTE", "3").start().await;
    let statuses = async |client: crate::client::Client| {
        let mut statuses = Vec::new();
        for _ in 0..5 {
            statuses.push(client.get("/api/v1/languages").await.status);
        }
        statuses
    };
    assert_eq!(statuses(app.client()).await, [200; 5]);
    for header in ["x-forwarded-for", "forwarded", "x-real-ip"] {
        let last = statuses(app.client().with(header, "1.2.3.4")).await.pop();
        assert_eq!(last, Some(429), "{header}");
    }
}

#[tokio::test]
async fn strangers_cannot_change_their_address_with_headers() {
    let app = limited().set("RATE_LIMIT_READ_PER_MINUTE", "100").start().await;
    let mut refused = 0;
    for number in 0..1000 {
        let address = format!("10.{}.{}.1", number / 250, number % 250);
        let client =
            app.client().with("x-forwarded-for", &address).with("forwarded", &format!("for={address}"));
        let client = client.with("x-real-ip", &address);
        refused += u32::from(client.get("/api/v1/languages").await.status == 429);
    }
    // The budget refills while we ask, but by far not for a thousand clients.
    assert!(refused > 500, "{refused} of 1000 were refused");
}

#[tokio::test]
async fn behind_a_trusted_proxy_every_client_has_its_own_budget() {
    let setup =
        Setup::default().set("SERVER_TRUSTED_PROXIES", "127.0.0.0/8").set("RATE_LIMIT_READ_PER_MINUTE", "2");
    let app: App = setup.start().await;
    let ask =
        async |chain: &str| app.client().with("x-forwarded-for", chain).get("/api/v1/languages").await.status;
    for client in ["1.1.1.1", "2.2.2.2", "2001:db8::1", "9.9.9.9, 3.3.3.3"] {
        assert_eq!([ask(client).await, ask(client).await, ask(client).await], [200, 200, 429], "{client}");
    }
    assert_eq!(ask("8.8.8.8, 3.3.3.3").await, 429, "what the client wrote itself does not count");
    assert_eq!(ask("2001:db8::ffff").await, 429, "one /64 is one client");
    assert_eq!(ask("2001:db8:0:1::1").await, 200);
}

#[tokio::test]
async fn one_address_holds_so_many_streams_and_no_more() {
    let app = limited().set("RATE_LIMIT_STREAMS", "2").start().await;
    let client = app.client();
    let id = client.submit("hold").await;
    let path = format!("http://{}/api/v1/executions/{id}/events", app.address);
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let first = http.get(&path).send().await.unwrap();
    let second = http.get(&path).send().await.unwrap();
    assert_eq!((first.status().as_u16(), second.status().as_u16()), (200, 200));
    let refused = client.get(&format!("/api/v1/executions/{id}/events")).await;
    assert_eq!(refused.expect(429)["code"], "too_many_streams");
    assert!(refused.header("retry-after").is_some());
    // Streams that end make room.
    client.post_empty(&format!("/api/v1/executions/{id}/cancel")).await.expect(202);
    first.text().await.unwrap();
    second.text().await.unwrap();
    assert_eq!(client.get(&format!("/api/v1/executions/{id}/events")).await.status, 200);
}
