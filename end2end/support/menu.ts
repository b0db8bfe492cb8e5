import type { Shop, UserName } from './shop.ts';

/** Sends a form of the back office, as a colleague does elsewhere. */
export async function sendForm(shop: Shop, user: UserName, path: string, fields: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(shop.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `orderbell_session=${shop.sessions[user]}`, accept: 'text/html' },
    body: new URLSearchParams(fields),
  });
  if (answer.status !== 303) {
    throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  }
}

/** Says that a dish is sold out today, or that it is back. */
export async function sellOut(shop: Shop, item: number, isSoldOut = true, user: UserName = 'mei'): Promise<void> {
  await sendForm(shop, user, `/admin/menu/dishes/${item}/${isSoldOut ? 'sold-out' : 'back'}`);
}

/** Gives the first dish another price. */
export async function changePrice(shop: Shop, price: string): Promise<void> {
  await sendForm(shop, 'admin', '/admin/menu/dishes/1', {
    name_zh: '红烧牛肉面',
    name_en: 'Braised Beef Noodle Soup',
    description_zh: '',
    description_en: '',
    price,
    stock: '',
    category: '1',
    version: '1',
  });
}
