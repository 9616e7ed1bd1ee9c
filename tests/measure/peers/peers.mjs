// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// peers.mjs WORDS.json: what a spiral word cloud (d3-cloud) and a plot with hand-drawn marks (roughjs)
// make of the words of one picture on the same paper. One line each: words lost, cut by the edge,
// overlapping (not counted for the cloud, which packs letters into each other's boxes), under 8 pt,
// smallest size, and what the program cannot hold at all.
import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import cloud from 'd3-cloud';
import rough from 'roughjs';

const { name, w, h, words } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const PT = 25.4 / 72; // mm
const page = { w: w / PT, h: h / PT }; // points
const most = Math.max(1, ...words.map((word) => word.votes));
const clean = (text) => text.replaceAll('\u00ad', '');
// Sizes as its users choose them: by the root of the votes, 14 to 90 pt on A1, scaled with the paper.
const scale = Math.sqrt((page.w * page.h) / (2384 * 1684));
const size = (word) => scale * (14 + 76 * Math.sqrt(word.votes / most));

function overlaps(list) {
  let n = 0;
  for (let i = 0; i < list.length; i++)
    for (let k = 0; k < i; k++) {
      const dx = Math.min(list[i].x + list[i].w, list[k].x + list[k].w) - Math.max(list[i].x, list[k].x);
      const dy = Math.min(list[i].y + list[i].h, list[k].y + list[k].h) - Math.max(list[i].y, list[k].y);
      if (dx > 0.15 && dy > 0.15) n++;
    }
  return n;
}
const least = (list) => (list.length > 0 ? list.reduce((a, b) => Math.min(a, b.size), Infinity).toFixed(1) : '-');
const beyond = (b) => b.x < 0 || b.y < 0 || b.x + b.w > page.w || b.y + b.h > page.h;
function say(peer, placed, over, rest) {
  const small = placed.filter((b) => b.size < 8).length;
  console.log(`${name.padEnd(18)} ${peer.padEnd(18)} ${String(words.length).padStart(4)} words: lost ` +
    `${words.length - placed.length}, cut ${placed.filter(beyond).length}, over ${over}, under 8 pt ${small}, least ` +
    `${least(placed)} pt; ${rest}`);
}

function spiral(text, factor) {
  return new Promise((resolve) => {
    cloud()
      .size([Math.round(page.w), Math.round(page.h)])
      .canvas(() => createCanvas(1, 1))
      .words(words.map((word) => ({ text: clean(word[text]), size: size(word) * factor })))
      .padding(4).rotate(0).random(() => 0.5).font('sans-serif').fontSize((d) => d.size)
      .on('end', (placed) => resolve(placed.map((d) => ({ x: page.w / 2 + d.x + d.x0, y: page.h / 2 + d.y + d.y0,
        w: d.x1 - d.x0, h: d.y1 - d.y0, size: d.size }))))
      .start();
  });
}

// d3-cloud as its users set it, and what it needs to hold all words.
async function clouds(text, peer, factor) {
  const placed = await spiral(text, factor);
  let rest = 'no table, sentence, agreement or person';
  if (placed.length < words.length) {
    let all = placed, smaller = factor;
    for (let tries = 0; all.length < words.length && tries < 10; tries++) all = await spiral(text, (smaller *= 0.85));
    rest = all.length < words.length ? `loses ${words.length - all.length} even at ${least(all)} pt`
      : `holds all only from ${least(all)} pt down`;
  }
  say(peer, placed, '-', rest);
}

// roughjs draws shapes only; a plot of it puts each table into a cell of a grid and its keywords into
// lines, as its examples do: no line is broken, what does not fit runs over.
function plot() {
  const tables = 1 + Math.max(0, ...words.map((word) => word.table));
  const columns = Math.ceil(Math.sqrt(tables * 1.4)), rows = Math.ceil(tables / columns);
  const cell = { w: page.w / columns, h: page.h / rows };
  const draw = createCanvas(1, 1).getContext('2d');
  const ink = rough.generator({ options: { seed: 1 } });
  const placed = [];
  let strokes = 0;
  for (let t = 0; t < tables; t++) {
    const x = (t % columns) * cell.w, y0 = Math.floor(t / columns) * cell.h;
    strokes += ink.rectangle(x + 8, y0 + 8, cell.w - 16, cell.h - 16).sets.length;
    let y = y0 + 40;
    for (const word of words.filter((one) => one.table === t)) {
      const pt = size(word);
      draw.font = `${pt}px sans-serif`;
      y += pt * 1.2;
      placed.push({ x: x + 20, y: y - pt, w: draw.measureText(clean(word.keyword)).width, h: pt, size: pt, cell: t });
    }
  }
  const over = placed.filter((b) => b.x + b.w > ((b.cell % columns) + 1) * cell.w ||
    b.y + b.h > (Math.floor(b.cell / columns) + 1) * cell.h).length;
  say('roughjs plot', placed, overlaps(placed), `${over} words leave their table's cell; no text of its own, no right-to-left page`);
}

await clouds('keyword', 'd3-cloud keywords', 1);
await clouds('text', 'd3-cloud sentences', 0.5);
plot();
