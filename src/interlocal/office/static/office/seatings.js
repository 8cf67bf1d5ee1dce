// A click on a seat of the drawing chooses it in the form below; the second click the other one.
(() => {
  "use strict";

  const form = document.getElementById("swap-form");
  const plan = document.querySelector(".plan");
  if (!form || !plan) return;
  const { one, other, reason } = form.elements;
  const number = (seat) => String(parseInt(seat.querySelector("text").textContent, 10));
  const can = (seat) => [...one.options].some((option) => option.value === number(seat));
  const seats = [...plan.querySelectorAll("svg > g")].filter(can);

  const mark = () => {
    for (const seat of seats) {
      seat.classList.toggle("is-chosen", [one.value, other.value].includes(number(seat)));
    }
  };
  for (const seat of seats) {
    seat.classList.add("can-go");
    seat.addEventListener("click", () => {
      const chosen = number(seat);
      if (!one.value || (one.value && other.value)) [one.value, other.value] = [chosen, ""];
      else if (one.value === chosen) one.value = "";
      else other.value = chosen;
      mark();
      if (one.value && other.value) reason.focus();
    });
  }
  form.addEventListener("change", mark);
  mark();
})();
