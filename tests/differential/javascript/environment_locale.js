// differential: LANG and LC_ALL decide about Intl.
// env: {"LC_ALL": "de_DE.UTF-8"}
// exit: 0
console.log(Intl.DateTimeFormat().resolvedOptions().locale, (1234567.891).toLocaleString(), new Date(0).toLocaleDateString(), ["z", "ä", "a"].sort(Intl.Collator().compare));
