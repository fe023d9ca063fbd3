// Without this the file reads from top to bottom; with it one sheet can be shown alone, and names found.
(function () {
  var sheets = Array.from(document.querySelectorAll('section.sheet'));
  var only = document.getElementById('only');
  var find = document.getElementById('find');
  function show() {
    sheets.forEach(function (sheet) { sheet.hidden = only.value !== '' ? sheet.id !== only.value : false; });
    var chosen = only.value ? document.getElementById(only.value) : null;
    if (chosen) { chosen.scrollIntoView(); }
  }
  function filter() {
    var wanted = find.value.trim().toLocaleLowerCase();
    document.querySelectorAll('nav li').forEach(function (item) {
      item.hidden = !item.textContent.toLocaleLowerCase().includes(wanted);
    });
  }
  document.getElementById('tools').hidden = false;
  document.getElementById('tools').addEventListener('submit', function (event) { event.preventDefault(); });
  only.addEventListener('change', show);
  find.addEventListener('input', filter);
  // A link to a sheet that is hidden shows them all again.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link) { only.value = ''; show(); }
  });
})();
