'use strict';
// A line at the top of the page that follows the run, and offers the newer report: the page is never changed under a reader's hands.
(() => {
  const SHOWN = {report};
  const EVERY = 2000;
  const line = document.createElement('p');
  line.id = 'progress';
  line.setAttribute('role', 'status');
  line.style.cssText = 'position:sticky;top:0;z-index:10;margin:0 0 1rem;padding:0.4rem 0.8rem;max-width:none;'
    + 'background:Canvas;color:CanvasText;border-bottom:2px solid #0072b2';
  document.body.prepend(line);

  function time(seconds) {
    return seconds < 90 ? `${Math.round(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
  }

  function words(status) {
    const others = ['diverged', 'failed', 'timed_out', 'stopped']
      .filter(outcome => status[outcome] > 0)
      .map(outcome => `, ${status[outcome]} ${outcome.replace('_', ' ')}`);
    const rest = status.missing === 0 ? '' : `, ${status.missing} missing`;
    const training = status.training > 0 ? `, ${status.training} in training` : '';
    const left = status.seconds_left === null ? '' : `, some ${time(status.seconds_left)} left`;
    return `${status.state === null ? 'no run' : status.state}: ${status.done} of ${status.planned} trials done${others.join('')}${rest}${training}${left}.`;
  }

  async function follow() {
    try {
      const answer = await (await fetch('progress.json')).json();
      line.textContent = words(answer.status) + (answer.trouble ? ` ${answer.trouble}` : '');
      if (answer.report > 0 && answer.report !== SHOWN) {
        if (SHOWN === 0) {
          location.reload();
          return;
        }
        const link = document.createElement('a');
        link.href = '';
        link.textContent = 'Show the newer results';
        line.append(' ', link);
      }
    } catch (gone) {
      line.textContent = 'The server has ended: this page shows what it last knew.';
    }
    setTimeout(follow, EVERY);
  }
  follow();
})();
