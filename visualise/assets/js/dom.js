/** Building the page's elements. Text goes in as text nodes only; nothing from the data is ever read as markup. */

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/**
 * An element. Attributes whose value is a function are listeners ("click"); false and null leave the attribute out.
 * @param {string} tag @param {Object<string, any>} [attributes] @param {...(Node|string|null)} children @returns {any}
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  set(made, attributes);
  for (const child of children) if (child !== null && child !== '') made.append(child);
  return made;
}

/** An SVG element. @param {string} tag @param {Object<string, any>} attributes @param {...Node} children @returns {any} */
export function svg(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  set(made, attributes);
  made.append(...children);
  return made;
}

/** @param {Element} made @param {Object<string, any>} attributes */
function set(made, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? '' : String(value));
  }
}

/** The address if it is http or https, else null: no javascript:, data: or file: link ever gets into the page. @param {string} url */
export function safeUrl(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A link to a source that tells it nothing about the reader. @param {string} url @param {string} text */
export function link(url, text) {
  const safe = safeUrl(url);
  return safe ? el('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, text) : null;
}

/** The value of a CSS custom property on the page. @param {string} name */
export const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
