/** Marks the outline's link to what is being read, and keeps it in view. Returns what ends it. */
export function followOutline(): () => void {
  const links = new Map(
    Array.from(document.querySelectorAll<HTMLAnchorElement>('#outline a'), (link) => [
      link.hash.slice(1),
      link,
    ]),
  );
  const inView = new Set<string>();
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
  return () => observer.disconnect();
}

function markCurrent(links: ReadonlyMap<string, HTMLAnchorElement>, current: string | undefined): void {
  for (const [id, link] of links) {
    if (id !== current) link.removeAttribute('aria-current');
    else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'location');
      scrollWithin(link);
    }
  }
}

/** Scrolls the outline alone: `scrollIntoView` would move the page that is being read. */
function scrollWithin(link: HTMLElement): void {
  const box = link.closest('details');
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const offset = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (offset < 0 || offset > box.clientHeight - link.clientHeight) {
    box.scrollBy({ top: offset - box.clientHeight / 2 });
  }
}
