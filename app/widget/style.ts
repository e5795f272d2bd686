import type { Options } from './options.ts';

/** Where the button stands and how large the panel is, in pixels. Below SMALL the panel is the screen. */
const EDGE = 20;
const BUTTON = 56;
export const SMALL = 640;
const DEFAULT_COLOUR = '#1f4e79';

/**
 * The widget's whole look. It stands in a shadow tree, which the page's selectors don't reach; `:host` says
 * `!important` because within a shadow tree that is stronger than the page's own.
 */
export function styleOf({ colour, position, zIndex }: Options): string {
  const background = colour || DEFAULT_COLOUR;
  return `:host{all:initial!important;position:fixed!important;${position}:${EDGE}px!important;bottom:${EDGE}px!important;z-index:${zIndex}!important}
@media print{:host{display:none!important}}
button{all:initial;box-sizing:border-box;display:grid;place-items:center;cursor:pointer;background:${background};color:${inkOn(background)}}
button:focus-visible{outline:3px solid ${background};outline-offset:3px;box-shadow:0 0 0 3px #fff}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.open{width:${BUTTON}px;height:${BUTTON}px;border-radius:50%;box-shadow:0 4px 16px #0005}
dialog{all:initial;position:fixed;${position}:${EDGE}px;bottom:${EDGE + BUTTON + 12}px;width:400px;height:min(680px,calc(100dvh - ${2 * EDGE + BUTTON + 12}px));display:flex;flex-direction:column;overflow:hidden;border-radius:14px;box-shadow:0 8px 40px #0006;background:${background};color:${inkOn(background)}}
dialog:not([open]){display:none}
.bar{display:flex;align-items:center;justify-content:space-between;padding-left:16px;font:600 15px/44px system-ui,sans-serif}
.bar button{width:44px;height:44px}
.bar button:focus-visible{outline-color:currentColor;outline-offset:-6px;box-shadow:none}
.bar svg{width:20px;height:20px}
p{margin:0;padding:16px;font:16px/1.6 system-ui,sans-serif;background:#fff;color:#222}
iframe{flex:1;border:0;width:100%;background:#fff}
@media(max-width:${SMALL}px){dialog{inset:0;width:100vw;height:100dvh;border-radius:0}}`;
}

/** Black or white, whichever is easier to read on a colour: WCAG 2's relative luminance decides. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // At this luminance black and white contrast alike.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
