// differential: Numbers, dates, plurals, sorting and segments by locale.
// exit: 0
console.log(new Intl.NumberFormat("de", { style: "currency", currency: "EUR" }).format(1234.5), new Intl.DateTimeFormat("ja", { dateStyle: "full", timeZone: "UTC" }).format(0), new Intl.PluralRules("ru").select(3), new Intl.ListFormat("en").format(["a", "b", "c"]), new Intl.RelativeTimeFormat("fr").format(-1, "day"));
console.log([...new Intl.Segmenter("en", { granularity: "word" }).segment("one two")].length, "ı".toLocaleUpperCase("tr"), ["ö", "z", "o"].sort(new Intl.Collator("sv").compare), Intl.DateTimeFormat().resolvedOptions().timeZone, process.versions.icu, process.versions.tz);
