/**
 * What is wrong with how a page is set, found in the page itself: a list of sentences. A script for the browser, so a
 * text. It looks at the place of every line of text and of every picture, as the browser has laid them out.
 */
export const pageFaults = `(() => {
  const faults = [];
  const width = document.documentElement.clientWidth;
  const tell = (what, element) => faults.push(
    what + ': ' + element.tagName.toLowerCase() + (element.className ? '.' + element.className : '') + ' ' +
    (element.alt ?? element.textContent).trim().replace(/\\s+/g, ' ').slice(0, 30));
  const styles = new Map();
  const styleOf = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  // Also what is in closed details, which browsers lay out all the same.
  const isForEars = (element) => element.closest('.hidden, .skip:not(:focus)') !== null ||
    styleOf(element).clipPath === 'inset(50%)' || !element.checkVisibility();

  const tooWide = document.documentElement.scrollWidth - width;
  if (tooWide > 0) faults.push('the page scrolls sideways by ' + tooWide);

  const scrollers = new Map();
  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX, overflowY, display } = styleOf(element);
    if (display === 'inline' || display === 'none' || display === 'contents' || isForEars(element)) continue;
    const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
    if (overflowX === 'auto' || overflowX === 'scroll') scrollers.set(element, element.getBoundingClientRect());
    else if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) tell('text is cut at the side', element);
    if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1) tell('text is cut at the foot', element);
  }

  // Of each line the middle: letters reach beyond their line where lines are set tight.
  const boxes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: text, currentNode: { parentElement: element } } = texts;
    if (!text.data.trim() || element.closest('script, style') || isForEars(element)) continue;
    const scroller = element.closest('.scroll, .mast-bar, pre');
    const frame = scrollers.get(scroller);
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      if (line.width < 1 || line.height < 1) continue;
      if (frame && (line.right > frame.right || line.left < frame.left)) continue;
      if (line.left < -1 || line.right > width + 1) tell('text stands outside of the page', element);
      boxes.push({ element, text, left: line.left + 1, right: line.right - 1, top: line.top + line.height * 0.2, bottom: line.bottom - line.height * 0.2 });
    }
  }
  const pictures = [...document.images].filter((image) => image.getBoundingClientRect().width > 0);
  for (const image of pictures) {
    const { left, right, top, bottom } = image.getBoundingClientRect();
    boxes.push({ element: image, text: image, left, right, top, bottom });
  }
  boxes.sort((one, other) => one.top - other.top);
  let open = [];
  for (const box of boxes) {
    open = open.filter((each) => each.bottom > box.top);
    const met = open.find((each) => each.left < box.right && each.right > box.left);
    if (met) tell((box.element.alt === undefined ? 'text' : 'a picture') + ' stands over ' + (met.element.alt ?? met.element.textContent).trim().slice(0, 30), box.element);
    open.push(box);
  }

  // The way to the search is in sight, on one line with what stands beside it.
  const search = document.querySelector('.mast-search a');
  if (search) {
    const { left, right, top, bottom } = search.getBoundingClientRect();
    if (left < 0 || right > width || scrollY + bottom > innerHeight) tell('the search is not in sight', search);
    for (const other of document.querySelectorAll('.mast-date time, .mast-inner .mast-bar > *')) {
      const box = other.getBoundingClientRect();
      if (box.top > bottom || box.bottom < top) tell('the masthead has two lines', other);
    }
  }

  // Its number, month and year stand together, whichever way the words around it run.
  for (const time of document.querySelectorAll('time')) {
    if (styleOf(time).whiteSpace !== 'nowrap') continue;
    const runs = [...time.getClientRects()];
    const span = Math.max(...runs.map(({ right }) => right)) - Math.min(...runs.map(({ left }) => left));
    if (runs.reduce((sum, { width }) => sum + width, 0) < span - 4) tell('a date is torn', time);
  }

  // What fingers are to hit. Exempt are links in a sentence (WCAG 2.2, 2.5.8), and what is written in a text.
  const blockAround = (element) => styleOf(element).display === 'inline' ? blockAround(element.parentElement) : element;
  for (const link of document.querySelectorAll('a[href], summary')) {
    if (isForEars(link) || link.closest('.prose > :is(p, ul, ol, blockquote, .scroll, .footnotes), .notice-text')) continue;
    const isAlone = blockAround(link).textContent.trim() === link.textContent.trim();
    if (styleOf(link).display === 'inline' && !isAlone) continue;
    const { width: across, height: down } = link.getBoundingClientRect();
    if (across > 0 && Math.min(across, down) < 23.99) tell('a target of ' + across.toFixed(1) + ' by ' + down.toFixed(1) + ' pixels', link);
  }

  const lengthOf = (size) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'position:absolute;width:' + size;
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width;
  };
  const sizeSaid = (sizes) => {
    for (const each of sizes.split(/,\\s*(?![^(]*\\))(?=\\(min-width|calc|\\d)/)) {
      const [, media, size] = /^(\\(min-width:[^)]*\\))?\\s*(.*)$/.exec(each);
      if (!media || matchMedia(media).matches) return lengthOf(size);
    }
  };
  for (const image of pictures) {
    const own = { width: Number(image.getAttribute('width')), height: Number(image.getAttribute('height')) };
    const shown = image.getBoundingClientRect();
    const scale = Math.max(shown.width / own.width, shown.height / own.height);
    const isCut = styleOf(image).objectFit === 'cover';
    if (scale > 1.01) tell('a picture is enlarged ' + scale.toFixed(2) + ' times', image);
    if (shown.height > innerHeight) tell('a picture is higher than the window', image);
    if (!isCut && Math.abs(shown.width / shown.height / (own.width / own.height) - 1) > 0.03) tell('a picture is out of shape', image);
    const said = sizeSaid(image.parentElement.querySelector('source').sizes) / shown.width;
    if (!(said >= 0.9 && said <= 1.5)) tell('sizes says ' + said.toFixed(2) + ' of the width shown', image);
  }
  return faults;
})()`;
