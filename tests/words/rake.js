// SPDX-FileCopyrightText: 2026 The Erntebild contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A published extractor to compare with: RAKE (Rose, Engel, Cramer, Cowley 2010, "Automatic keyword
// extraction from individual documents") as the npm package node-rake 1.0.1 has it, with our stop
// words of each language, which is more than it brings. Only used when someone installed it:
//
//   npm install --prefix /tmp/rake node-rake@1.0.1
//   NODE_PATH=/tmp/rake/node_modules ERNTEBILD_EXTRACTOR="node tests/words/rake.js assets/languages.tsv" \
//     meson test -C build measure -v
//
// Reads "language<TAB>card" lines and writes one keyword a line, its best phrase.
const fs = require('fs');
const rake = require('node-rake');

const stopwords = {};
for (const line of fs.readFileSync(process.argv[2], 'utf8').split('\n')) {
  const [lang, kind, words] = line.split('\t');
  if (kind !== 'stop' && kind !== 'link') continue;
  stopwords[lang] = (stopwords[lang] || []).concat(words.split(',').map((word) => word.trim()));
}

const lines = fs.readFileSync(0, 'utf8').split('\n').filter((line) => line !== '');
for (const line of lines) {
  const tab = line.indexOf('\t');
  const lang = line.slice(0, tab);
  const text = line.slice(tab + 1);
  let phrases = [];
  try {
    phrases = rake.generate(text, { stopwords: stopwords[lang] || [] });
  } catch (error) {
    phrases = []; // it gives up on texts of stop words alone
  }
  console.log((phrases[0] || '').trim());
}
