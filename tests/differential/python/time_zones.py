# differential: Zones by name, as far as the machine has them.
# exit: 0
import datetime
import zoneinfo

print(zoneinfo.TZPATH, datetime.datetime(2024, 7, 1, tzinfo=datetime.timezone.utc).astimezone().tzname())
for name in ("UTC", "Europe/Paris", "Nowhere/Land"):
    try:
        print(datetime.datetime(2024, 7, 1, 12, tzinfo=zoneinfo.ZoneInfo(name)).isoformat())
    except zoneinfo.ZoneInfoNotFoundError as error:
        print(error)
