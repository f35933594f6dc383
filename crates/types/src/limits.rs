//! Limits of a run and of its compile stage, with their defaults and ceilings.

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Unexpected, Visitor},
};
use std::{fmt, time::Duration};
use utoipa::ToSchema;

/// Every limit of one execution, resolved.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Elapsed time of the run.
    pub wall_time: Duration,
    /// CPU time of the run, all processes and threads together.
    pub cpu_time: Duration,
    /// CPU cores the run may use at once, in thousandths.
    pub cpu_millicores: u32,
    /// Memory of the run, temporary files included, in bytes.
    pub memory_bytes: u64,
    /// Bytes kept of stdout and of stderr, each.
    pub output_bytes: u64,
    /// Processes and threads at once.
    pub processes: u32,
    /// Size of the work folder in bytes.
    pub work_bytes: u64,
    /// Elapsed time of the compile stage.
    pub compile_wall_time: Duration,
    /// Memory of the compile stage in bytes.
    pub compile_memory_bytes: u64,
}

impl Default for Limits {
    /// The defaults users are told: 10 s, 1 core, 128 MiB, 64 KiB of each stream, 64 processes, 64 MiB of files;
    /// compile 30 s and 1 GiB.
    fn default() -> Self {
        Self {
            wall_time: Duration::from_secs(10),
            cpu_time: Duration::from_secs(10),
            cpu_millicores: 1000,
            memory_bytes: 128 << 20,
            output_bytes: 64 << 10,
            processes: 64,
            work_bytes: 64 << 20,
            compile_wall_time: Duration::from_secs(30),
            compile_memory_bytes: 1 << 30,
        }
    }
}

/// Limits as a caller asks for them. Absent, null and zero mean "the default".
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LimitsRequest {
    /// Elapsed time of the run in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wall_time_ms: Option<f64>,
    /// CPU time of the run in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu_time_ms: Option<f64>,
    /// CPU cores the run may use at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu_cores: Option<f64>,
    /// Memory in bytes.
    #[serde(deserialize_with = "whole", skip_serializing_if = "Option::is_none")]
    pub memory_bytes: Option<u64>,
    /// Bytes kept of stdout and of stderr, each.
    #[serde(deserialize_with = "whole", skip_serializing_if = "Option::is_none")]
    pub output_bytes: Option<u64>,
    /// Processes and threads at once.
    #[serde(deserialize_with = "whole", skip_serializing_if = "Option::is_none")]
    pub processes: Option<u64>,
    /// Elapsed time of the compile stage in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compile_wall_time_ms: Option<f64>,
    /// Memory of the compile stage in bytes.
    #[serde(deserialize_with = "whole", skip_serializing_if = "Option::is_none")]
    pub compile_memory_bytes: Option<u64>,
}

/// A limit that was asked for cannot be given.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LimitsError {
    /// Above what the server allows.
    #[error("limits.{field} is {value}, above this server's ceiling of {ceiling}")]
    AboveCeiling {
        /// Name of the field on the wire.
        field: &'static str,
        /// What was asked for.
        value: String,
        /// What may be asked for at most.
        ceiling: String,
    },
    /// Negative, not finite, or too small to run anything.
    #[error("limits.{field} is {value}, but must be at least {minimum} (or absent for the default)")]
    TooSmall {
        /// Name of the field on the wire.
        field: &'static str,
        /// What was asked for.
        value: String,
        /// The least that makes sense.
        minimum: String,
    },
}

/// Less than this and not even the program's loader fits.
const MINIMUM_MEMORY_BYTES: u64 = 1 << 20;

impl LimitsRequest {
    /// Resolves the request against the defaults of the language and the ceilings of the server.
    ///
    /// `wall_time_ms` alone also raises the CPU time to the same value, so that nobody has to say it twice.
    ///
    /// # Errors
    /// Names the first field that is negative, not finite, too small, or above its ceiling.
    pub fn resolve(&self, defaults: &Limits, ceilings: &Limits) -> Result<Limits, LimitsError> {
        let wall_time = duration("wall_time_ms", self.wall_time_ms, defaults.wall_time, ceilings.wall_time)?;
        let cpu_default = match given(self.wall_time_ms) {
            Some(_) => wall_time.min(ceilings.cpu_time),
            None => defaults.cpu_time,
        };
        Ok(Limits {
            wall_time,
            cpu_time: duration("cpu_time_ms", self.cpu_time_ms, cpu_default, ceilings.cpu_time)?,
            cpu_millicores: cores(self.cpu_cores, defaults.cpu_millicores, ceilings.cpu_millicores)?,
            memory_bytes: size(
                "memory_bytes",
                self.memory_bytes,
                defaults.memory_bytes,
                ceilings.memory_bytes,
                MINIMUM_MEMORY_BYTES,
            )?,
            output_bytes: size(
                "output_bytes",
                self.output_bytes,
                defaults.output_bytes,
                ceilings.output_bytes,
                1,
            )?,
            processes: count("processes", self.processes, defaults.processes, ceilings.processes)?,
            work_bytes: defaults.work_bytes,
            compile_wall_time: duration(
                "compile_wall_time_ms",
                self.compile_wall_time_ms,
                defaults.compile_wall_time,
                ceilings.compile_wall_time,
            )?,
            compile_memory_bytes: size(
                "compile_memory_bytes",
                self.compile_memory_bytes,
                defaults.compile_memory_bytes,
                ceilings.compile_memory_bytes,
                MINIMUM_MEMORY_BYTES,
            )?,
        })
    }
}

fn given(value: Option<f64>) -> Option<f64> {
    // Zero means the default, in either sign.
    value.filter(|ms| *ms != 0.0)
}

fn duration(
    field: &'static str,
    value: Option<f64>,
    default: Duration,
    ceiling: Duration,
) -> Result<Duration, LimitsError> {
    let Some(ms) = given(value) else { return Ok(default.min(ceiling)) };
    if !ms.is_finite() || ms < 1.0 {
        return Err(LimitsError::TooSmall { field, value: ms.to_string(), minimum: "1".into() });
    }
    if ms > ceiling.as_secs_f64() * 1e3 {
        return Err(LimitsError::AboveCeiling {
            field,
            value: ms.to_string(),
            ceiling: crate::duration_ms(ceiling).to_string(),
        });
    }
    Ok(Duration::from_secs_f64(ms / 1e3))
}

fn cores(value: Option<f64>, default: u32, ceiling: u32) -> Result<u32, LimitsError> {
    let field = "cpu_cores";
    let Some(cores) = given(value) else { return Ok(default.min(ceiling)) };
    if !cores.is_finite() || cores < 0.01 {
        return Err(LimitsError::TooSmall { field, value: cores.to_string(), minimum: "0.01".into() });
    }
    let millicores = (cores * 1e3).round();
    if millicores > f64::from(ceiling) {
        return Err(LimitsError::AboveCeiling {
            field,
            value: cores.to_string(),
            ceiling: (f64::from(ceiling) / 1e3).to_string(),
        });
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 10 and a u32, checked above"
    )]
    Ok(millicores as u32)
}

fn size(
    field: &'static str,
    value: Option<u64>,
    default: u64,
    ceiling: u64,
    minimum: u64,
) -> Result<u64, LimitsError> {
    let Some(bytes) = value.filter(|bytes| *bytes != 0) else { return Ok(default.min(ceiling)) };
    if bytes < minimum {
        return Err(LimitsError::TooSmall { field, value: bytes.to_string(), minimum: minimum.to_string() });
    }
    if bytes > ceiling {
        return Err(LimitsError::AboveCeiling {
            field,
            value: bytes.to_string(),
            ceiling: ceiling.to_string(),
        });
    }
    Ok(bytes)
}

fn count(field: &'static str, value: Option<u64>, default: u32, ceiling: u32) -> Result<u32, LimitsError> {
    let Some(number) = value.filter(|number| *number != 0) else { return Ok(default.min(ceiling)) };
    let above =
        || LimitsError::AboveCeiling { field, value: number.to_string(), ceiling: ceiling.to_string() };
    u32::try_from(number).ok().filter(|number| *number <= ceiling).ok_or_else(above)
}

/// A whole number, also one that is written as a fraction (`64.0`, `1e6`). What is larger than any number here counts as the
/// largest, so that it is refused with the ceiling it is above.
fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    Ok(Option::<Whole>::deserialize(deserializer)?.map(|Whole(number)| number))
}

struct Whole(u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_u64(WholeVisitor).map(Self)
    }
}

struct WholeVisitor;

impl Visitor<'_> for WholeVisitor {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number of at least 0")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<u64, E> {
        Ok(number)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<u64, E> {
        u64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<u64, E> {
        if number.fract() != 0.0 {
            return Err(E::invalid_type(Unexpected::Float(number), &self));
        }
        if number < 0.0 {
            return Err(E::invalid_value(Unexpected::Float(number), &self));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and not negative; the cast ends at the largest number"
        )]
        Ok(number as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ceilings() -> Limits {
        Limits { wall_time: Duration::from_secs(60), cpu_time: Duration::from_secs(60), ..Limits::default() }
    }

    #[test]
    fn absent_null_and_zero_mean_the_default() {
        let zero = LimitsRequest {
            wall_time_ms: Some(0.0),
            cpu_time_ms: Some(-0.0),
            memory_bytes: Some(0),
            processes: Some(0),
            ..LimitsRequest::default()
        };
        let resolved = zero.resolve(&Limits::default(), &ceilings()).unwrap();
        assert_eq!(resolved, Limits::default());
    }

    #[test]
    fn above_the_ceiling_names_the_ceiling() {
        let request = LimitsRequest { memory_bytes: Some(u64::MAX), ..LimitsRequest::default() };
        let error = request.resolve(&Limits::default(), &ceilings()).unwrap_err();
        assert!(error.to_string().contains("ceiling of 134217728"), "{error}");
    }

    #[test]
    fn whole_numbers_may_be_written_as_fractions_and_be_of_any_size() {
        let read = |text: &str| serde_json::from_str::<LimitsRequest>(text);
        let request = read(r#"{"processes": 64.0, "memory_bytes": 1e7, "output_bytes": null}"#).unwrap();
        assert_eq!(
            (request.processes, request.memory_bytes, request.output_bytes),
            (Some(64), Some(10_000_000), None)
        );
        for text in [
            r#"{"processes": 1000000000000}"#,
            r#"{"processes": 1e300}"#,
            r#"{"memory_bytes": 1e30}"#,
            r#"{"memory_bytes": 18446744073709551616}"#,
        ] {
            let error = read(text).unwrap().resolve(&Limits::default(), &ceilings()).unwrap_err();
            assert!(matches!(error, LimitsError::AboveCeiling { .. }), "{text}: {error}");
        }
        for text in ["1.5", "-1", "-1.0", "-0.5", "true", "[]", r#""64""#] {
            assert!(read(&format!(r#"{{"processes": {text}}}"#)).is_err(), "{text}");
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for ms in [-1.0, 0.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let request = LimitsRequest { wall_time_ms: Some(ms), ..LimitsRequest::default() };
            assert!(request.resolve(&Limits::default(), &ceilings()).is_err(), "{ms}");
        }
    }

    #[test]
    fn a_longer_wall_time_alone_raises_the_cpu_time() {
        let request = LimitsRequest { wall_time_ms: Some(20_000.0), ..LimitsRequest::default() };
        let resolved = request.resolve(&Limits::default(), &ceilings()).unwrap();
        assert_eq!(resolved.cpu_time, Duration::from_secs(20));
    }
}
