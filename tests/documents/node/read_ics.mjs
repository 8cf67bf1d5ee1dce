// Reads the calendar of the first argument as calendar programs do; prints its events.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const { default: ICAL } = await import(pathToFileURL(require.resolve("ical.js")));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    location: event.location,
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    start: event.startDate?.toString(),
    end: event.endDate?.toString(),
    zone: event.startDate?.zone?.tzid,
    start_utc: event.startDate?.toJSDate().toISOString(),
    end_utc: event.endDate?.toJSDate().toISOString(),
    all_day: event.startDate?.isDate,
  };
});
console.log(JSON.stringify(events));
