// Leads on from an address that others have kept, with what was asked of it.

const to = new URL(document.currentScript.dataset.to, location.href);
for (const [name, value] of new URLSearchParams(location.search)) to.searchParams.set(name, value);
to.hash ||= location.hash;
location.replace(to);
