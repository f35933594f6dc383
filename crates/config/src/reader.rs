//! Takes typed values out of the layers and notes what is out of range.

use crate::{layers::Layers, mistake::Origin};
use std::{ops::RangeInclusive, str::FromStr, time::Duration};
use toml::Value;

pub(crate) struct Reader<'a> {
    pub(crate) layers: &'a mut Layers,
}

impl Reader<'_> {
    fn value(&self, key: &str) -> Option<&Value> {
        self.layers.settings.get(key).map(|setting| &setting.value)
    }

    pub(crate) fn mistake(&mut self, key: &str, problem: String) {
        let origin = self.layers.settings.get(key).map_or(Origin::Default, |setting| setting.origin.clone());
        self.layers.mistake(origin, key, problem);
    }

    pub(crate) fn text(&self, key: &str) -> String {
        self.value(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    pub(crate) fn flag(&self, key: &str) -> bool {
        self.value(key).and_then(Value::as_bool).unwrap_or_default()
    }

    pub(crate) fn list(&self, key: &str) -> Vec<String> {
        let items = self.value(key).and_then(Value::as_array);
        items.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    pub(crate) fn integer<T: TryFrom<i64> + Default>(&mut self, key: &str, range: RangeInclusive<i64>) -> T {
        let value = self.value(key).and_then(Value::as_integer).unwrap_or_default();
        if !range.contains(&value) {
            self.mistake(key, format!("is {value}, but must be from {} to {}", range.start(), range.end()));
            return T::default();
        }
        T::try_from(value).unwrap_or_default()
    }

    pub(crate) fn milliseconds(&mut self, key: &str, range: RangeInclusive<i64>) -> Duration {
        Duration::from_millis(self.integer(key, range))
    }

    /// Thousandths of a core.
    pub(crate) fn millicores(&mut self, key: &str) -> u32 {
        let cores = self.value(key).and_then(Value::as_float).unwrap_or_default();
        if !(0.01..=1024.0).contains(&cores) {
            self.mistake(key, format!("is {cores}, but must be from 0.01 to 1024"));
            return 0;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 10 to 1,024,000")]
        let millicores = (cores * 1e3).round() as u32;
        millicores
    }

    pub(crate) fn parsed<T: FromStr>(&mut self, key: &str, expected: &str) -> Option<T> {
        let text = self.text(key);
        let parsed = text.parse().ok();
        if parsed.is_none() {
            self.mistake(key, format!("{text:?} is not {expected}"));
        }
        parsed
    }

    pub(crate) fn parsed_list<T: FromStr>(&mut self, key: &str, expected: &str) -> Vec<T> {
        let mut parsed = Vec::new();
        for text in self.list(key) {
            match text.parse() {
                Ok(item) => parsed.push(item),
                Err(_) => self.mistake(key, format!("{text:?} is not {expected}")),
            }
        }
        parsed
    }
}
