//! How often one client may ask: a token bucket for each (class of routes, address), in memory.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use actix_web::HttpRequest;

use crate::clock::Clock;
use crate::error::{Code, Error, Result};

/// Who asks for what: the class of routes, and the client's address.
pub type Key = (&'static str, IpAddr);

/// So many buckets are kept; beyond that all are forgotten, so that nobody is shut out by others.
const MOST_KEYS: usize = 65_536;

/// Lets each key ask `burst` times at once and `per_second` times a second in the long run.
pub struct RateLimiter {
    clock: Clock,
    /// Microseconds that it takes to earn one request.
    interval: i64,
    /// Microseconds' worth of requests that may be made at once.
    allowance: i64,
    /// For each key the instant (microseconds) from which its bucket is full again.
    full_at: Mutex<HashMap<Key, i64>>,
}

impl RateLimiter {
    /// A limiter that reads the time from `clock`. Both rates are at least one per hour.
    pub fn new(clock: Clock, per_second: f64, burst: u32) -> Self {
        let interval = (1e6 / per_second).clamp(1.0, 3.6e9) as i64;
        let allowance = interval * i64::from(burst.max(1));
        Self { clock, interval, allowance, full_at: Mutex::default() }
    }

    /// Counts one request of `key`.
    ///
    /// # Errors
    /// 429 with the seconds to wait, if the bucket is empty; the request then doesn't count.
    pub fn check(&self, key: Key) -> Result<()> {
        let key = (key.0, network(key.1));
        let now = self.clock.now().timestamp_micros();
        let mut full_at = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        // No more than the whole bucket can be missing, even if the clock was put back.
        let known = full_at.get(&key).map_or(now, |at| (*at).clamp(now, now + self.allowance));
        let missing = known + self.interval - now;
        if missing > self.allowance {
            return Err(too_many(missing - self.allowance));
        }
        if full_at.len() >= MOST_KEYS && !full_at.contains_key(&key) {
            full_at.retain(|_, at| *at > now);
            if full_at.len() >= MOST_KEYS {
                full_at.clear();
            }
        }
        full_at.insert(key, known + self.interval);
        Ok(())
    }
}

fn too_many(wait: i64) -> Error {
    let seconds = u32::try_from((wait + 999_999) / 1_000_000).unwrap_or(u32::MAX);
    let detail = format!("请求过于频繁，请 {seconds} 秒后再试");
    Error { retry_after: Some(seconds), ..Error::new(Code::TooManyRequests, detail) }
}

/// One client holds a whole IPv6 network of 64 bits.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 => v4,
    }
}

/// The client's address: the peer's, or with `proxies` trusted reverse proxies before us the one
/// that the outermost of them saw. What a client writes into `X-Forwarded-For` itself is ignored.
pub fn client_ip(request: &HttpRequest, proxies: usize) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip());
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|header| header.to_str().ok());
    let hops: Vec<_> = forwarded.flat_map(|header| header.split(',')).map(str::trim).collect();
    let seen = proxies.checked_sub(1).and_then(|skipped| hops.iter().rev().nth(skipped));
    seen.and_then(|hop| hop.parse().ok()).unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use chrono::{DateTime, TimeDelta};

    use super::*;

    const HOME: Key = ("sign_in", IpAddr::V4(std::net::Ipv4Addr::LOCALHOST));

    fn limiter(per_second: f64, burst: u32) -> (Clock, RateLimiter) {
        let clock = Clock::manual(DateTime::UNIX_EPOCH);
        (clock.clone(), RateLimiter::new(clock, per_second, burst))
    }

    fn wait(limiter: &RateLimiter, key: Key) -> Option<u32> {
        limiter.check(key).err().map(|error| {
            assert_eq!(error.code, Code::TooManyRequests);
            error.retry_after.unwrap()
        })
    }

    #[test]
    fn a_burst_then_the_rate() {
        let (clock, limiter) = limiter(0.5, 3);
        assert_eq!([0; 4].map(|_| wait(&limiter, HOME)), [None, None, None, Some(2)]);
        clock.advance(TimeDelta::milliseconds(1_500));
        assert_eq!(wait(&limiter, HOME), Some(1));
        clock.advance(TimeDelta::milliseconds(500));
        assert_eq!([0; 2].map(|_| wait(&limiter, HOME)), [None, Some(2)]);
        clock.advance(TimeDelta::days(1));
        assert_eq!([0; 4].map(|_| wait(&limiter, HOME)), [None, None, None, Some(2)]);
        clock.advance(TimeDelta::days(-9));
        assert_eq!(wait(&limiter, HOME), Some(2));
    }

    #[test]
    fn a_hundred_a_second_pass() {
        let (clock, limiter) = limiter(100.0, 10);
        for _ in 0..1_000 {
            assert_eq!(wait(&limiter, HOME), None);
            clock.advance(TimeDelta::milliseconds(10));
        }
    }

    #[test]
    fn keys_do_not_hinder_each_other() {
        let (_, limiter) = limiter(1.0, 1);
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        assert_eq!(wait(&limiter, HOME), None);
        assert_eq!(wait(&limiter, ("public", HOME.1)), None);
        assert_eq!(wait(&limiter, ("public", ip("10.0.0.1"))), None);
        assert_eq!(wait(&limiter, ("public", ip("2001:db8::1"))), None);
        assert_eq!(wait(&limiter, ("public", ip("2001:db8:0:1::1"))), None);
        // The same network, the same address otherwise written.
        assert_eq!(wait(&limiter, ("public", ip("2001:db8::2"))), Some(1));
        assert_eq!(wait(&limiter, ("public", ip("::ffff:10.0.0.1"))), Some(1));
    }

    #[test]
    fn memory_is_bounded() {
        let (clock, limiter) = limiter(1.0, 1);
        let many = u32::try_from(MOST_KEYS).unwrap() * 2 + 1;
        for n in 0..many {
            let _ = limiter.check(("public", IpAddr::V4(n.into())));
            assert!(limiter.full_at.lock().unwrap().len() <= MOST_KEYS);
        }
        clock.advance(TimeDelta::seconds(5));
        assert_eq!(wait(&limiter, HOME), None);
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let request = TestRequest::default()
            .peer_addr("10.0.0.9:1".parse().unwrap())
            .insert_header(("X-Forwarded-For", "6.6.6.6, 203.0.113.5, 10.0.0.8"))
            .to_http_request();
        let seen = [0, 1, 2, 9].map(|proxies| client_ip(&request, proxies).to_string());
        assert_eq!(seen, ["10.0.0.9", "10.0.0.8", "203.0.113.5", "10.0.0.9"]);
    }
}
