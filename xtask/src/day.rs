//! The day of a run, by which waivers end. It is an input: no file that is written depends on it.

use chrono::{DateTime, NaiveDate};

use crate::Error;

/// The day that was given, else that of `SOURCE_DATE_EPOCH`, else today in UTC.
#[expect(clippy::disallowed_methods, reason = "this is the one place that looks at the clock")]
pub fn today(given: Option<NaiveDate>) -> Result<NaiveDate, Error> {
    let epoch = std::env::var_os("SOURCE_DATE_EPOCH");
    let epoch = epoch.as_ref().map(|epoch| epoch.to_string_lossy());
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    day(given, epoch.as_deref(), now.unwrap_or_default().as_secs())
}

fn day(given: Option<NaiveDate>, epoch: Option<&str>, now: u64) -> Result<NaiveDate, Error> {
    if let Some(given) = given {
        return Ok(given);
    }
    let seconds = match epoch {
        Some(epoch) => epoch.parse().ok(),
        None => i64::try_from(now).ok(),
    };
    let time = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    time.map(|time| time.date_naive()).ok_or_else(|| {
        let help = "give the seconds since 1970, or a day with `--today YYYY-MM-DD`";
        Error::Usage(format!("`SOURCE_DATE_EPOCH` is no time\n  help: {help}"))
    })
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_given_day_comes_before_the_epoch_and_the_epoch_before_the_clock() {
        let given = "2027-01-02".parse().ok();
        let shown = |given, epoch| day(given, epoch, 0).map(|day| day.to_string()).ok();
        assert_eq!(shown(given, Some("86400")).as_deref(), Some("2027-01-02"));
        assert_eq!(shown(None, Some("86400")).as_deref(), Some("1970-01-02"));
        assert_eq!(shown(None, None).as_deref(), Some("1970-01-01"));
        assert!(day(None, Some("tomorrow"), 0).is_err());
        assert!(day(None, Some("9223372036854775807"), 0).is_err());
    }
}
