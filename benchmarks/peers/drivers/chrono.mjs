// chrono-node, answering as serve.py does. Values keep the grain that the text gives: only what chrono is certain of.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { join } from "node:path";

const chrono = createRequire(join(process.argv[2], "package.json"))("chrono-node");
const two = (number) => String(number).padStart(2, "0");

function value(start) {
  const day = `${start.get("year")}-${two(start.get("month"))}-${two(start.get("day"))}`;
  if (start.isCertain("hour")) return [`${day}T${two(start.get("hour"))}:${two(start.get("minute") ?? 0)}`, "TIME"];
  if (start.isCertain("day") || start.isCertain("weekday")) return [day, "DATE"];
  if (start.isCertain("month")) return [day.slice(0, 7), "DATE"];
  return [start.isCertain("year") ? day.slice(0, 4) : day, "DATE"];
}

for await (const line of createInterface({ input: process.stdin })) {
  const { articles } = JSON.parse(line);
  const before = process.cpuUsage();
  const found = articles.map((article) =>
    chrono.parse(article.text, article.published ? new Date(`${article.published}T12:00:00`) : undefined));
  const { user, system } = process.cpuUsage(before);
  const documents = articles.map((article, place) => {
    const codePoints = (end) => [...article.text.slice(0, end)].length;
    const dates = found[place].map((each) => {
      const [normalised, type] = value(each.start);
      const start = codePoints(each.index);
      return { start, end: start + [...each.text].length, type, value: normalised };
    });
    return { id: article.id, dates };
  });
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, failed: [], documents }));
}
