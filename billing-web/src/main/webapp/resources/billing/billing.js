// Nothing here is needed: each page works without it.
(() => {
  'use strict';

  // a form is sent once, however often its button is pressed
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.querySelectorAll('.button').forEach((button) => button.setAttribute('aria-disabled', 'true'));
  });

  // a page that the browser kept and shows again can be used again
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) {
      return;
    }
    document.querySelectorAll('form').forEach((form) => delete form.dataset.sent);
    document.querySelectorAll('[aria-disabled]').forEach((button) => button.removeAttribute('aria-disabled'));
  });

  // the total follows the amount, so that what is shown is what will be charged
  const amount = document.getElementById('amount');
  const total = document.getElementById('total');
  const shown = document.getElementById('shown');
  const sum = document.getElementById('sum');
  const dollars = (number) =>
    `$${number.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  if (amount && total && shown) {
    const update = () => {
      const match = /^\$?\s*(\d{1,7})(\.\d{1,2})?$/.exec(amount.value.trim());
      const cents = match ? (match[2] || '.').slice(1).padEnd(2, '0') : '';
      shown.value = match ? `${Number(match[1])}.${cents}` : '';
      total.textContent = match ? `$${Number(match[1]).toLocaleString('en-US')}.${cents}` : '–';
      if (sum) {
        const [bought, more] = [Number(shown.value), Number(sum.dataset.more)];
        sum.textContent = match ? `${dollars(bought)} + ${dollars(more)} = ${dollars(bought + more)}` : '–';
      }
    };
    amount.addEventListener('input', update);
    update();
  }

  // a purchase that is processing is looked after until it is not
  const outcome = document.getElementById('outcome');
  const seconds = outcome ? Number(outcome.dataset.refresh) : 0;
  if (seconds > 0) {
    let looks = 0;
    const look = async () => {
      looks += 1;
      try {
        const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const now = page.getElementById('outcome');
        if (!now || now.dataset.status !== outcome.dataset.status) {
          location.reload();
          return;
        }
      } catch {
        // the network is away: look again later
      }
      setTimeout(look, Math.min(looks, 10) * seconds * 1000);
    };
    setTimeout(look, seconds * 1000);
  }

  // the account menu closes as people expect
  const menu = document.querySelector('.menu');
  if (menu) {
    document.addEventListener('click', (event) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
    menu.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
  }

  // what is wrong with a form is where the reader is taken
  document.getElementById('errors')?.focus();

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  // a new key is selected as a whole
  document.getElementById('secret')?.addEventListener('focus', (event) => event.target.select());
})();
