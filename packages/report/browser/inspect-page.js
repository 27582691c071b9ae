// Runs in a page as it stands; its last line is what it answers: the faults found, one line each.

// The smallest letters, and the smallest target for a finger, in pixels on the screen.
const smallestLetters = 12;
const smallestTarget = 24;

function inspect() {
  return [...new Set([...head(), ...outline(), ...pictures(), ...letters(), ...targets()])];
}

function head() {
  return [
    !/width=device-width/.test(content('viewport')) && 'no viewport',
    content('description').length < 20 && 'no description',
    document.title.trim() === '' && 'no title',
    document.documentElement.lang === '' && 'no language',
  ].filter((fault) => fault !== false);
}

function outline() {
  const levels = all('h1,h2,h3,h4,h5,h6')
    .filter((heading) => heading.checkVisibility())
    .map(({ tagName }) => Number(tagName[1]));
  const [first] = all('a[href], button, input, summary, [tabindex="0"]');
  const past = first?.getAttribute('href') ?? '';
  return [
    levels.filter((level) => level === 1).length !== 1 && `headings: ${levels.join(' ')}`,
    levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1) &&
      `a heading jumps: ${levels.join(' ')}`,
    all('main, [role="main"]').length !== 1 && 'not one main landmark',
    !(/^#./.test(past) && document.querySelector(past)) && 'no way past the navigation',
  ].filter((fault) => fault !== false);
}

function pictures() {
  return all('img')
    .filter((image) => image.checkVisibility())
    .filter((image) => !image.hasAttribute('width') || !image.hasAttribute('height'))
    .map((image) => `holds no place: ${named(image)}`);
}

function letters() {
  const faults = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    // Marks that stand for a colour are looked at, not read.
    if (!element || !/[\p{L}\p{N}]/u.test(node.nodeValue)) continue;
    const { width, height } = element.getBoundingClientRect();
    if (!element.checkVisibility() || width <= 1 || height <= 1) continue;
    const scale = element instanceof SVGGraphicsElement ? element.getScreenCTM().a : 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < smallestLetters - 0.1)
      faults.push(`letters of ${size.toFixed(1)} px: ${named(element)}`);
  }
  return faults;
}

function targets() {
  return all('a[href], button, input:not([type="hidden"]), summary, select').flatMap((element) => {
    // A link within a sentence is as high as its line, and the standard leaves it so.
    if (!element.checkVisibility() || getComputedStyle(element).display === 'inline') return [];
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || Math.min(width, height) >= smallestTarget - 0.5) return [];
    return [`a target of ${width} × ${height} px: ${named(element)}`];
  });
}

function all(selector) {
  return [...document.querySelectorAll(selector)];
}

function content(name) {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}

function named(element) {
  const words = element.textContent.trim().slice(0, 40);
  return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${words}`;
}

inspect();
