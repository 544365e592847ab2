import { chromium } from '@playwright/test';
// usage: node .shots.mjs base person out width scheme path...
const [base, person, out, width, scheme, ...paths] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const context = await browser.newContext({
  viewport: { width: +width, height: +width < 500 ? 740 : 900 },
  colorScheme: scheme,
  locale: 'fr-FR',
  timezoneId: 'Europe/Paris',
});
const page = await context.newPage();
page.on('console', (m) => {
  if (m.type() === 'error') console.log('console', page.url(), m.text().slice(0, 200));
});
page.on('pageerror', (e) => console.log('pageerror', page.url(), e.message.slice(0, 300)));
if (person !== '-') {
  await page.goto(base + '/');
  const r = await page.evaluate(
    async (key) =>
      (
        await fetch('/api/session/demo', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ key }),
        })
      ).status,
    person,
  );
  if (r !== 201) console.log('enter', r);
}
for (const path of paths) {
  await page.goto(base + path);
  await page.waitForTimeout(900);
  const name = path.replace(/[^a-z0-9]+/gi, '_').slice(0, 40) || 'home';
  const h = await page.evaluate(() => ({
    h: document.documentElement.scrollHeight,
    w: document.documentElement.scrollWidth,
    t: document.querySelector('h1')?.textContent,
  }));
  console.log(path, h.h, h.w > +width ? 'SIDEWAYS ' + h.w : '', h.t);
  await page.screenshot({
    path: `${out}/${person}_${name}_${width}_${scheme}.png`,
    fullPage: true,
  });
}
await browser.close();
