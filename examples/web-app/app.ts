import { AfficheError, WallTime } from '@affiche/core';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { composePage, errorPage, postPage, previewPage } from './pages.ts';
import { style } from './style.ts';
import type { Studio, Wanted } from './studio.ts';

/** The application: compose, see it as readers will, schedule, follow. No script in the browser. */
export function createApp(studio: Studio): Hono {
  const { publisher } = studio;
  const app = new Hono();
  app.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'self'"] } }),
  );
  // A page of somebody else's cannot send our forms.
  app.use(csrf());

  app.get('/style.css', (context) => context.body(style, 200, { 'content-type': 'text/css' }));

  app.get('/', async (context) => {
    const { publications } = await publisher.status();
    return context.html(composePage(studio, publications, context.req.query()));
  });

  app.post('/preview', async (context) => {
    const wanted = await readWanted(context, studio);
    const proposals = studio.propose(wanted);
    const plan = await publisher.plan(proposals.map(({ publication }) => publication));
    return context.html(previewPage(wanted, proposals, plan));
  });

  app.post('/schedule', async (context) => {
    const wanted = await readWanted(context, studio);
    const plan = await publisher.plan(studio.propose(wanted).map(({ publication }) => publication));
    const approval = textOf(await context.req.formData(), 'approval');
    // Exactly what was shown: had anything changed since, the hash would be another.
    await publisher.apply(plan, { approvedBy: 'the editor', hash: approval });
    return context.redirect('/?scheduled=yes', 303);
  });

  app.get('/posts/:id', async (context) => {
    const id = context.req.param('id');
    const { publications } = await publisher.status();
    const status = publications.find((each) => each.id === id);
    return status
      ? context.html(postPage(status, await publisher.explain(id)))
      : context.html(errorPage('There is no such post.'), 404);
  });

  app.post('/posts/:id/cancel', async (context) => {
    await publisher.cancel(context.req.param('id'), { by: 'the editor' });
    return context.redirect('/', 303);
  });

  app.notFound((context) => context.html(errorPage('There is no such page.'), 404));
  app.onError((error, context) => {
    if ('getResponse' in error) return error.getResponse();
    const words = AfficheError.isInstance(error)
      ? `${error.message}. ${error.hint ?? ''}`
      : 'Something went wrong on our side.';
    return context.html(errorPage(words), AfficheError.isInstance(error) ? 422 : 500);
  });
  return app;
}

async function readWanted(context: Context, { zone }: Studio): Promise<Wanted> {
  const form = await context.req.formData();
  const [date, time] = textOf(form, 'at').split('T');
  const at = WallTime.safeParse({ date, time, zone });
  const accounts = form.getAll('account').filter((key) => typeof key === 'string');
  const text = textOf(form, 'text').trim().replaceAll('\r\n', '\n');
  if (!at.success || accounts.length === 0 || text === '') {
    throw new AfficheError('form-incomplete', {
      message: 'A post needs a text, a time and an account',
      hint: 'Go back and fill in what is missing.',
    });
  }
  return { text, at: at.data, accounts };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
