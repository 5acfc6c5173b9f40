// A short address of one step (`/g/<code>/#<step>`) leads to that step: the refresh of the page would
// forget what stands after `#`.
const guide = document.querySelector('a');
if (guide && location.hash !== '') location.replace(guide.href + location.hash);

export {};
