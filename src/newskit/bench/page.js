const sorts = document.querySelectorAll("#sorts input"), clean = document.getElementById("clean");
function choose() {
  const chosen = new Set([...sorts].filter((box) => box.checked).map((box) => box.value));
  for (const article of document.querySelectorAll("article")) {
    let left = 0;
    for (const item of article.querySelectorAll("li")) {
      item.hidden = !chosen.has(item.dataset.sort);
      left += !item.hidden;
    }
    article.hidden = !left && !clean.checked;
  }
}
for (const box of [...sorts, clean]) box.addEventListener("change", choose);
choose();
