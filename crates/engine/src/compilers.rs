//! Admission of compile stages. They have places of their own, as many as programs may run at once: a program that only has to run
//! does not wait until those of others are compiled, and no more is compiled at once than before.
//!
//! A submission that is compiled lends the permit it came with to somebody who runs. So does one that waits for a place, as long as no
//! more wait so than there are places: who has much to compile must not bring all of it in front of those who have little.

use crate::{Activity, Observer};
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The places for compile stages.
#[derive(Debug, Clone)]
pub(crate) struct Compilers {
    places: Arc<Semaphore>,
    /// For those who lend their permit while they wait.
    waiting: Arc<Semaphore>,
}

/// The right to compile. Dropping it gives it back.
#[derive(Debug)]
pub(crate) struct Place {
    _place: OwnedSemaphorePermit,
}

impl Compilers {
    /// So many may compile at once.
    pub(crate) fn new(places: usize) -> Self {
        let places = places.clamp(1, Semaphore::MAX_PERMITS);
        Self { places: Arc::new(Semaphore::new(places)), waiting: Arc::new(Semaphore::new(places)) }
    }

    /// Waits for a place. Who waits longest is first. From here on, or earlier, the submission needs no permit: what it computes is
    /// done in this place.
    pub(crate) async fn place(&self, observer: &dyn Observer) -> Option<Place> {
        let place = Arc::clone(&self.places).acquire_owned();
        tokio::pin!(place);
        let place = tokio::select! {
            biased;
            place = &mut place => place,
            _lends = self.waiting.acquire() => {
                observer.activity(Activity::Idle);
                place.await
            }
        };
        observer.activity(Activity::Idle);
        place.ok().map(|place| Place { _place: place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_types::{CaseReport, Stage, Stream};
    use std::{
        future::Future,
        pin::Pin,
        sync::atomic::{AtomicBool, Ordering},
        task::{Context, Poll, Waker},
    };

    /// Whether it has lent its permit.
    #[derive(Debug, Default)]
    struct Lends(AtomicBool);

    impl Observer for Lends {
        fn stage(&self, _: Stage) {}
        fn output(&self, _: Stage, _: Stream, _: &[u8]) {}
        fn truncated(&self, _: Stage, _: Stream, _: u64) {}
        fn case(&self, _: &CaseReport, _: u32) {}
        fn activity(&self, activity: Activity) {
            self.0.store(activity == Activity::Idle, Ordering::SeqCst);
        }
    }

    /// What has become of it by now.
    fn now<T>(stage: &mut Pin<Box<impl Future<Output = T>>>) -> Option<T> {
        match stage.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }

    #[test]
    fn who_compiles_lends_a_permit_and_so_do_some_of_those_who_wait() {
        let compilers = Compilers::new(2);
        let observers: Vec<Lends> = (0..6).map(|_| Lends::default()).collect();
        let mut stages: Vec<_> =
            observers.iter().map(|observer| Box::pin(compilers.place(observer))).collect();
        let mut places: Vec<_> = stages.iter_mut().map(now).collect();
        let lends = || observers.iter().map(|observer| observer.0.load(Ordering::SeqCst)).collect::<Vec<_>>();
        assert_eq!(
            places.iter().map(Option::is_some).collect::<Vec<_>>(),
            [true, true, false, false, false, false]
        );
        assert_eq!(lends(), [true, true, true, true, false, false]);
        drop(places[0].take());
        assert!(now(&mut stages[3]).is_none(), "another waits longer");
        assert!(now(&mut stages[2]).is_some());
        assert!(now(&mut stages[4]).is_none());
        assert_eq!(lends(), [true, true, true, true, true, false], "who waits next lends instead");
    }
}
