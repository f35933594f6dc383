// differential: Times of fixed moments in the zone of TZ, and in one that is set later.
// env: {"TZ": "Asia/Kolkata"}
// exit: 0
console.log(String(new Date(0)), new Date(2024, 1, 29).toISOString(), new Date(0).getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone);
process.env.TZ = "America/St_Johns";
console.log(String(new Date(0)), new Date(1e12).toLocaleString("en"));
