'use strict';
// Tables that can be sorted and filtered, and figures that answer where a reader points. The page stands without this script.
(() => {
  const MORE_ROWS = 100;

  // ---- tables ----

  function leadingNumber(text) {
    const number = parseFloat(text);
    return Number.isNaN(number) ? null : number;
  }

  /** Numbers before words, nothing at the end, whatever the direction. */
  function compare(left, right, direction) {
    const a = leadingNumber(left);
    const b = leadingNumber(right);
    if (left === '–' || right === '–') return (left === '–') - (right === '–');
    if (a !== null && b !== null) return direction * (a - b);
    if (a !== null || b !== null) return (b !== null) - (a !== null);
    return direction * left.localeCompare(right, 'en', { numeric: true });
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** Whether a cell holds a value: the same number, or the same text. */
  function isValue(text, value) {
    return text.toLowerCase() === value || (text.trim() !== '' && Number(text) === Number(value));
  }

  function liven(box) {
    const table = box.querySelector('table');
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const data = box.querySelector('script');
    const rows = data
      ? JSON.parse(data.textContent)
      : [...body.rows].map(row => [...row.cells].map(cell => cell.textContent));
    if (rows.length < 2) return;
    const texts = rows.map(row => row.join(' ').toLowerCase().replace(/\s*=\s*/g, '='));
    const numbers = heads.map(head => head.classList.contains('number'));
    const titles = heads.map(head => head.textContent.trim().toLowerCase().replace(/\s+/g, '_'));
    let shown = data ? MORE_ROWS : rows.length;
    let order = rows.map((_, i) => i);
    let conditions = [];

    const count = element('span', { className: 'count' });
    const more = element('button', { type: 'button', textContent: 'More rows' });
    const filter = element('input', { type: 'search', placeholder: 'Filter: words, numbers, column=value' });
    filter.setAttribute('aria-label', 'Filter the rows of this table');

    /** What a row must have: a value, as stiffness=100, in a column or a text; a number, whole; or a word anywhere. */
    function condition(word) {
      const at = word.indexOf('=');
      const value = at < 0 ? word : word.slice(at + 1);
      if (value === '') return at > 0 ? condition(word.slice(0, at)) : () => true;
      const column = at < 0 ? -1 : titles.indexOf(word.slice(0, at));
      if (column >= 0) return i => isValue(rows[i][column], value);
      if (Number.isNaN(Number(value))) return i => texts[i].includes(word);
      const whole = new RegExp(`(^|[\\s,;(=])${word.replace(/[.+*?^$()|[\]\\{}]/g, '\\$&')}($|[\\s,;)])`);
      return i => whole.test(texts[i]) || (at < 0 && rows[i].some(text => isValue(text, value)));
    }

    function draw() {
      const found = order.filter(i => conditions.every(isMet => isMet(i)));
      body.replaceChildren(...found.slice(0, shown).map(i => element('tr', {}, ...rows[i].map((text, column) =>
        element('td', { className: numbers[column] && leadingNumber(text) !== null ? 'number' : '', textContent: text })))));
      const all = found.length === rows.length ? `${rows.length} rows` : `${found.length} of ${rows.length} rows`;
      count.textContent = found.length > shown ? `${all}, ${shown} of them shown` : all;
      more.hidden = found.length <= shown;
    }

    heads.forEach((head, column) => {
      const button = element('button', { type: 'button', textContent: head.textContent, title: 'Sort' });
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const direction = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
        order.sort((i, j) => compare(rows[i][column], rows[j][column], direction) || i - j);
        draw();
      });
    });
    filter.addEventListener('input', () => {
      conditions = filter.value.toLowerCase().replace(/\s*=\s*/g, '=').split(/\s+/).filter(word => word).map(condition);
      draw();
    });
    more.addEventListener('click', () => {
      shown += 5 * MORE_ROWS;
      draw();
    });
    if (rows.length > 8) {
      box.before(element('div', { className: 'tools' }, filter, count));
      box.append(more);
      draw();
    }
  }

  document.querySelectorAll('.table').forEach(liven);

  // ---- figures ----

  if (typeof echarts === 'undefined') return;

  const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'path://M0,0L10,0L5,9Z',
    'path://M4,0L6,0L6,4L10,4L10,6L6,6L6,10L4,10L4,6L0,6L0,4L4,4Z', 'path://M0,0L10,10L10,0L0,10Z', 'path://M10,5L0,10L0,0Z'];
  const RAISED = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const INK = -1;
  // The darkest colours are not seen on a dark page.
  const LIGHTER = { '#0072b2': '#3d9bd6', '#882255': '#cf6a9f', '#332288': '#8c82e0' };

  function paint(series) {
    return series.index === INK ? colourOf('--ink') : (dark.matches && LIGHTER[series.colour]) || series.colour;
  }

  function colourOf(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function number(value) {
    if (value === null) return '–';
    const size = Math.abs(value);
    return size !== 0 && (size < 1e-3 || size >= 1e5) ? Number(value.toPrecision(4)).toExponential() : String(Number(value.toPrecision(4)));
  }

  function escaped(text) {
    return text.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
  }

  /**
   * The ends of an axis: whole decades where there are fewer than two, else with some room beyond what is shown. Axes that are
   * equal in several panels have the same ends.
   */
  function ends(described, values) {
    if (described.words.length) return { min: -0.5, max: described.words.length - 0.5 };
    const places = values.filter(value => value !== null && (!described.log || value > 0)).map(placed(described));
    if (!places.length) return {};
    const least = places.reduce((one, other) => Math.min(one, other));
    const most = places.reduce((one, other) => Math.max(one, other));
    if (described.log && most - least < 1.5) return { min: Math.floor(least), max: Math.max(Math.ceil(most), Math.floor(least) + 1) };
    const room = 0.04 * (most - least) || 0.5;
    return { min: least - room, max: most + room };
  }

  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  /** The values along an axis, in all panels that have an equal one. */
  function along(panels, which, described, columns) {
    return panels.filter(panel => isSame(panel[which], described))
      .flatMap(panel => panel.series.flatMap(series => series.points.flatMap(point => columns.map(column => point[column]))));
  }

  /** An axis that counts positions: decimal logarithms where it goes by decades. */
  function axis(described, values, others) {
    const words = described.words;
    return Object.assign({
      type: 'value', scale: true, name: described.label, nameLocation: 'middle',
      minInterval: described.log || words.length ? 1 : undefined,
      ...ends(described, values),
      axisLabel: {
        color: colourOf('--ink'), hideOverlap: true, showMinLabel: described.log, showMaxLabel: described.log,
        formatter: at => words.length ? (words[at] ?? '') : described.log
          ? (Math.abs(at - Math.round(at)) < 1e-9 ? '10' + String(Math.round(at)).replace(/./g, c => RAISED[c]) : '')
          : number(at)
      },
      nameTextStyle: { color: colourOf('--ink') },
      axisLine: { show: true, onZero: false, lineStyle: { color: colourOf('--faint') } },
      splitLine: { lineStyle: { color: colourOf('--line') } }
    }, others);
  }

  const placed = described => value => value === null ? null : described.log ? Math.log10(value) : value;

  /** An end of an interval; on an axis of decades one that is not positive lies below all that is shown. */
  const end = (described, value, otherwise) =>
    value === null ? otherwise : described.log ? Math.log10(Math.max(value, 1e-300)) : value;

  function clipped(params, points) {
    const { y, height } = params.coordSys;
    return points.map(([px, py]) => [px, Math.min(Math.max(py, y), y + height)]);
  }

  function bars(id, points, colour) {
    return {
      type: 'custom', id: id + ' bars', name: id, silent: true, clip: true, data: points.map(point => point.place), z: 2,
      tooltip: { show: false },
      renderItem: (params, api) => {
        const [x, low, high] = [api.value(0), api.value(2), api.value(3)];
        const [[px, top], [, bottom]] = clipped(params, [api.coord([x, high]), api.coord([x, low])]);
        const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 1.3 } });
        return { type: 'group', children: [line(px, top, px, bottom), line(px - 4, top, px + 4, top), line(px - 4, bottom, px + 4, bottom)] };
      }
    };
  }

  function band(id, points, colour) {
    return {
      type: 'custom', id: id + ' band', name: id, silent: true, clip: true, data: points.slice(0, -1).map(point => point.place), z: 1,
      tooltip: { show: false },
      renderItem: (params, api) => {
        const from = points[params.dataIndex].place;
        const to = points[params.dataIndex + 1].place;
        const corners = [[from[0], from[2]], [to[0], to[2]], [to[0], to[3]], [from[0], from[3]]].map(corner => api.coord(corner));
        return { type: 'polygon', shape: { points: clipped(params, corners) }, style: { fill: colour, opacity: 0.18 } };
      }
    };
  }

  function crosses(id, points, colour, row) {
    return {
      type: 'custom', id, name: id, data: points.map(point => [point.place[0], 0]), encode: { x: 0, y: -1 }, z: 4,
      renderItem: (params, api) => {
        const [px] = api.coord([api.value(0), 0]);
        const py = params.coordSys.y + 8 + 11 * row;
        const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 2 } });
        return { type: 'group', children: [line(px - 4, py - 4, px + 4, py + 4), line(px - 4, py + 4, px + 4, py - 4)] };
      }
    };
  }

  function shown(series, index, figure, row) {
    const id = `${index}`;
    const colour = paint(series);
    const toX = placed(figure.x);
    const toY = placed(figure.y);
    const points = series.points.map(values => {
      const at = toY(values[1]);
      return { values, place: [toX(values[0]), at, end(figure.y, values[2], at), end(figure.y, values[3], at)] };
    });
    if (series.mark === 'CROSSES') return [crosses(id, points, colour, row)];
    const isDashed = series.mark === 'DASHES' || series.mark === 'LEVEL';
    const isEmpty = series.index % (2 * SHAPES.length) >= SHAPES.length;
    const isDotted = series.mark.startsWith('DOTS');
    const isFaint = series.mark === 'FIT' || series.mark === 'LEVEL';
    const isBroken = isDashed ? [5, 4] : series.index % SHAPES.length >= SHAPES.length / 2 ? [11, 4] : 'solid';
    const parts = [{
      type: 'line', id, name: id, data: points.map(point => point.place.slice(0, 2)), showSymbol: isDotted, z: 3,
      symbol: isDotted ? SHAPES[Math.max(series.index, 0) % SHAPES.length] : 'circle', symbolSize: 8,
      itemStyle: isEmpty ? { color: colourOf('--page'), borderColor: colour, borderWidth: 2 } : { color: colour },
      lineStyle: { color: colour, type: isBroken, width: series.mark === 'DOTS_AND_BARS' ? 0 : isFaint ? 1.2 : 1.8 },
      emphasis: { disabled: true }
    }];
    if (points.some(point => point.values[2] !== null)) {
      parts.push(series.mark.endsWith('BAND') ? band(id, points, colour) : bars(id, points, colour));
    }
    return parts;
  }

  /** What is known at the place that is pointed at, a line for each series. */
  function described(figure, items) {
    const lines = items.filter(item => item.seriesType === 'line' || item.seriesType === 'custom').map(item => {
      const series = figure.series[Number(item.seriesId)];
      if (!series) return '';
      const [x, y, lower, upper, trials, trial] = series.points[item.dataIndex];
      const interval = lower === null || lower === upper ? '' : ` <small>(${number(lower)} to ${number(upper)})</small>`;
      const count = trials > 1 ? ` <small>n = ${trials}</small>` : '';
      const id = trial ? ` <small>${trials > 1 ? 'in the middle: ' : ''}${escaped(trial)}</small>` : '';
      return `<tr><td>${item.marker || '✕'} ${escaped(series.label)}</td><td>${figure.x.words.length ? escaped(figure.x.words[Math.round(x)]) : number(x)}</td><td><b>${y === null ? 'no value' : number(y)}</b>${interval}${count}${id}</td></tr>`;
    });
    return `<table class="hover"><tr><td></td><td>${escaped(figure.x.label)}</td><td>${escaped(figure.y.label)}</td></tr>${lines.join('')}</table>`;
  }

  function options(figure, panels, hidden) {
    let row = 0;
    const isShared = which => panels.length > 1 && panels.every(panel => isSame(panel[which].label, figure[which].label));
    const series = figure.series.flatMap((one, index) => shown(one, index, figure, one.mark === 'CROSSES' ? row++ : 0));
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: isShared('y') ? 48 : 64, right: 24, top: 34, bottom: isShared('x') ? 30 : 52 },
      xAxis: axis(figure.x, along(panels, 'x', figure.x, [0]), { nameGap: 30, ...(isShared('x') ? { name: '' } : {}) }),
      yAxis: axis(figure.y, along(panels, 'y', figure.y, [1, 2, 3]), { nameGap: 46, ...(isShared('y') ? { name: '' } : {}) }),
      tooltip: {
        trigger: 'axis', confine: true, axisPointer: { type: 'line', snap: true },
        backgroundColor: colourOf('--page'), borderColor: colourOf('--line'), textStyle: { color: colourOf('--ink'), fontSize: 12 },
        formatter: items => described(figure, Array.isArray(items) ? items : [items])
      },
      toolbox: { right: 16, top: 0, feature: { dataZoom: { title: { zoom: 'Zoom', back: 'Back' }, filterMode: 'none' }, restore: { title: 'All' } },
        iconStyle: { borderColor: colourOf('--faint') } },
      legend: {
        show: false, data: figure.series.map((_, index) => String(index)),
        selected: Object.fromEntries(figure.series.map((series, index) => [String(index), !hidden.has(named(series))]))
      },
      series
    };
  }

  /** What stands for one series in all panels. */
  const named = series => JSON.stringify([series.label, series.index, series.mark]);

  /** One legend for all panels: what is hidden is hidden in each. */
  function legend(panels, charts, hidden, repaint) {
    const entries = [];
    const isAlike = (one, other) => one.index === other.index && one.mark.slice(0, 4) === other.mark.slice(0, 4);
    panels.forEach((panel, at) => panel.series.forEach((series, index) => {
      if (series.mark === 'FIT' || series.mark === 'LEVEL') return;
      // A plot below another one calls a series by the beginning of its name there.
      const entry = entries.find(other => isAlike(other.series[0], series)
        && (other.series[0].label === series.label || other.series[0].label.startsWith(series.label + ':')));
      if (entry) {
        entry.series.push(series);
        entry.places.push([at, String(index)]);
      } else {
        entries.push({ series: [series], places: [[at, String(index)]] });
      }
    }));
    const buttons = entries.map(({ series: all, places }) => {
      const series = all[0];
      const isCross = series.mark === 'CROSSES';
      const mark = element('i', { textContent: isCross ? '✕' : '' });
      const isBroken = series.mark === 'DASHES' || series.index % SHAPES.length >= SHAPES.length / 2;
      repaint.push(() => {
        mark.style.cssText = isCross ? `color:${paint(series)}` : `border-top:3px ${isBroken ? 'dashed' : 'solid'} ${paint(series)}`;
      });
      const button = element('button', { type: 'button', title: 'Hide or show' }, mark, series.label);
      button.setAttribute('aria-pressed', 'true');
      button.addEventListener('click', () => {
        const isShown = button.getAttribute('aria-pressed') === 'true';
        button.setAttribute('aria-pressed', String(!isShown));
        all.map(named).forEach(name => isShown ? hidden.add(name) : hidden.delete(name));
        places.forEach(([at, name]) => charts[at].dispatchAction({ type: isShown ? 'legendUnSelect' : 'legendSelect', name }));
      });
      return button;
    });
    return element('div', { className: 'legend' }, ...buttons);
  }

  function animate(figure) {
    const { columns, panels } = JSON.parse(figure.querySelector('script').textContent);
    const svg = figure.querySelector('svg');
    const title = element('p', { className: 'title', textContent: svg.getAttribute('aria-label') });
    const charts = [];
    const hidden = new Set();
    const repaint = [];
    const canvases = panels.map(() => element('div', { className: 'canvas' }));
    const cells = panels.map((panel, at) => element('div', {}, element('p', { className: 'panel', textContent: panel.title }), canvases[at]));
    const grid = element('div', { className: 'panels' }, ...cells);
    // What all panels have along an axis is said once.
    const shared = [['y', '↑ '], ['x', '→ ']]
      .filter(([which]) => panels.length > 1 && panels[0][which].label && panels.every(panel => isSame(panel[which].label, panels[0][which].label)))
      .map(([which, arrow]) => arrow + panels[0][which].label);
    const axes = element('p', { className: 'panel', textContent: shared.join('     ') });
    grid.style.setProperty('--columns', String(columns));
    svg.before(element('div', { className: 'chart' }, title, axes, grid, legend(panels, charts, hidden, repaint)));
    figure.classList.add('live');
    if (columns > 1) figure.classList.add('wide');
    else if (panels.length > 1) figure.classList.add('stacked');
    function draw() {
      panels.forEach((panel, at) => {
        if (charts[at]) charts[at].dispose();
        charts[at] = echarts.init(canvases[at], null, { renderer: 'svg' });
        charts[at].setOption(options(panel, panels, hidden));
      });
      repaint.forEach(one => one());
    }
    draw();
    dark.addEventListener('change', draw);
    new ResizeObserver(() => charts.forEach(chart => chart.resize())).observe(grid);
  }

  // A figure is drawn when it comes into view: a page has dozens.
  const watch = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    watch.unobserve(entry.target);
    animate(entry.target);
  }), { rootMargin: '300px' });
  document.querySelectorAll('figure').forEach(figure => {
    if (figure.querySelector('script')) watch.observe(figure);
  });
})();
