// The names of emoji that apps use most; an unknown one keeps its name.

const KNOWN = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", eyes: "👀", white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌",
  warning: "⚠️", rotating_light: "🚨", information_source: "ℹ️", question: "❓", exclamation: "❗", bulb: "💡", mag: "🔍",
  newspaper: "📰", memo: "📝", pencil: "📝", pencil2: "✏️", link: "🔗", paperclip: "📎", page_facing_up: "📄", clipboard: "📋",
  bookmark: "🔖", pushpin: "📌", calendar: "📅", date: "📅", hourglass: "⌛", hourglass_flowing_sand: "⏳", stopwatch: "⏱️",
  speech_balloon: "💬", thought_balloon: "💭", loudspeaker: "📢", mega: "📣", bell: "🔔", no_bell: "🔕", lock: "🔒", unlock: "🔓",
  key: "🔑", gear: "⚙️", wrench: "🔧", hammer: "🔨", robot_face: "🤖", tada: "🎉", sparkles: "✨", star: "⭐", fire: "🔥", rocket: "🚀",
  heart: "❤️", raised_hands: "🙌", clap: "👏", pray: "🙏", wave: "👋", point_right: "👉", point_up: "☝️", muscle: "💪", ok_hand: "👌",
  smile: "😄", slightly_smiling_face: "🙂", grin: "😁", joy: "😂", thinking_face: "🤔", neutral_face: "😐", cry: "😢", sob: "😭",
  tired_face: "😫", sleeping: "😴", zzz: "💤", see_no_evil: "🙈", arrow_right: "➡️", arrow_left: "⬅️", arrow_up: "⬆️", arrow_down: "⬇️",
  arrows_counterclockwise: "🔄", repeat: "🔁", heavy_plus_sign: "➕", heavy_minus_sign: "➖", no_entry: "⛔", no_entry_sign: "🚫",
  red_circle: "🔴", large_orange_circle: "🟠", large_yellow_circle: "🟡", large_green_circle: "🟢", large_blue_circle: "🔵",
  white_circle: "⚪", black_circle: "⚫", globe_with_meridians: "🌐", earth_africa: "🌍", scales: "⚖️", balance_scale: "⚖️",
  classical_building: "🏛️", microphone: "🎤", studio_microphone: "🎙️", books: "📚", book: "📖", open_book: "📖", inbox_tray: "📥",
  outbox_tray: "📤", wastebasket: "🗑️", bar_chart: "📊", chart_with_upwards_trend: "📈", package: "📦", house: "🏠", door: "🚪",
};

/** The emoji of a name such as "tada", or ":name:". */
export function emoji(name, unicode) {
  if (unicode) return String.fromCodePoint(...unicode.split("-").map((each) => parseInt(each, 16)));
  return KNOWN[name] ?? `:${name}:`;
}

/** What people react with. */
export const REACTIONS = ["+1", "eyes", "white_check_mark", "tada", "heart", "thinking_face"];
