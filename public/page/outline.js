// @ts-check

/** Marks the outline's link to what is being read, and keeps it in view. */
export function followOutline() {
  /** @type {Map<string, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of document.querySelectorAll('#outline a')) {
    if (link instanceof HTMLAnchorElement) links.set(link.hash.slice(1), link);
  }
  /** @type {Set<string>} */
  const inView = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target.id);
        else inView.delete(target.id);
      }
      // A section stands within its chapter and comes later in the tree: the last is the most exact.
      markCurrent(links, [...links.keys()].filter((id) => inView.has(id)).at(-1));
    },
    // A line a quarter down the window.
    { rootMargin: '-25% 0px -74% 0px' },
  );
  for (const id of links.keys()) {
    const element = document.getElementById(id);
    if (element) observer.observe(element);
  }
}

/**
 * @param {Map<string, HTMLAnchorElement>} links
 * @param {string | undefined} current
 */
function markCurrent(links, current) {
  for (const [id, link] of links) {
    if (id !== current) link.removeAttribute('aria-current');
    else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'location');
      scrollWithin(link);
    }
  }
}

/**
 * Scrolls the outline alone: `scrollIntoView` would move the page that is being read.
 * @param {HTMLElement} link
 */
function scrollWithin(link) {
  const box = link.closest('details');
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const offset = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (offset < 0 || offset > box.clientHeight - link.clientHeight) {
    box.scrollBy({ top: offset - box.clientHeight / 2 });
  }
}
