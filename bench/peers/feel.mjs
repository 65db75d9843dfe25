// feelin, measured: node feel.mjs cases.json seconds → one JSON object a line
import { readFileSync } from 'node:fs';
import { evaluate, parseExpression } from 'feelin';
import { measure } from './measure.mjs';

const [file, seconds] = process.argv.slice(2);
for (const { case: name, expression, context } of JSON.parse(readFileSync(file, 'utf8'))) {
  const value = evaluate(expression, context).value;
  const whole = await measure(() => evaluate(expression, context), Number(seconds));
  const reading = await measure(() => parseExpression(expression, context), Number(seconds));
  console.log(JSON.stringify({ case: name, value: typeof value === 'object' && value !== null && !Array.isArray(value) ? String(value) : value, ...whole, reading: reading.perSecond }));
}
