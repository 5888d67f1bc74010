/** The emoji people use most, by the short names Slack writes; the several names of one share a line. */
const TABLE = `
👍 +1 thumbsup
👎 -1 thumbsdown
👀 eyes
🎉 tada
✅ white_check_mark
✔️ heavy_check_mark
☑️ ballot_box_with_check
🚀 rocket
🙌 raised_hands
👏 clap
🆗 ok
👌 ok_hand
❤️ heart
🧡 orange_heart
💛 yellow_heart
💚 green_heart
💙 blue_heart
💜 purple_heart
🖤 black_heart
🤍 white_heart
💔 broken_heart
💖 sparkling_heart
💯 100
💪 muscle
👋 wave
🙏 pray
🤝 handshake
🤞 crossed_fingers
✌️ v
🤘 the_horns sign_of_the_horns
🤙 call_me_hand
✋ hand raised_hand
🖐️ raised_hand_with_fingers_splayed
👊 facepunch punch
✊ fist
👉 point_right
👈 point_left
👆 point_up_2
☝️ point_up
👇 point_down
🙋 raising_hand
🤷 shrug
🤷‍♂️ man-shrugging
🤷‍♀️ woman-shrugging
🤦 face_palm
🤦‍♂️ man-facepalming
🤦‍♀️ woman-facepalming
💃 dancer
🕺 man_dancing
😀 grinning
😃 smiley
😄 smile
😁 grin
😆 laughing satisfied
😅 sweat_smile
😂 joy
🤣 rolling_on_the_floor_laughing rofl
🙂 slightly_smiling_face
🙃 upside_down_face
😉 wink
😊 blush
😇 innocent
🥰 smiling_face_with_3_hearts
😍 heart_eyes
🤩 star-struck grinning_face_with_star_eyes
😘 kissing_heart
😋 yum
😛 stuck_out_tongue
😜 stuck_out_tongue_winking_eye
🤪 zany_face
🤗 hugging_face
🤔 thinking_face thinking
🤨 face_with_raised_eyebrow
😐 neutral_face
😑 expressionless
😶 no_mouth
😏 smirk
😒 unamused
🙄 face_with_rolling_eyes
😬 grimacing
😌 relieved
😔 pensive
😴 sleeping
😷 mask
🤒 face_with_thermometer
🤯 exploding_head
🥳 partying_face
😎 sunglasses
🤓 nerd_face
🧐 face_with_monocle
😕 confused
🙁 slightly_frowning_face
☹️ white_frowning_face
😮 open_mouth
😯 hushed
😲 astonished
😳 flushed
🥺 pleading_face
😨 fearful
😰 cold_sweat
😢 cry
😭 sob
😱 scream
😩 weary
😫 tired_face
😤 triumph
😡 rage
😠 angry
🤬 face_with_symbols_on_mouth
💀 skull
💩 hankey poop
🤡 clown_face
👻 ghost
🤖 robot_face
😺 smiley_cat
🙈 see_no_evil
🙉 hear_no_evil
🙊 speak_no_evil
🥲 smiling_face_with_tear
🫡 saluting_face
🫠 melting_face
🫶 heart_hands
🌝 full_moon_with_face
🔥 fire
✨ sparkles
⭐ star
🌟 star2
💡 bulb
⚡ zap
💥 boom collision
🎯 dart
🏆 trophy
🥇 first_place_medal
🎊 confetti_ball
🎈 balloon
🎁 gift
🎂 birthday
🍰 cake
🍕 pizza
🍺 beer
🍻 beers
🥂 clinking_glasses
☕ coffee
🍿 popcorn
🌈 rainbow
☀️ sunny
🌍 earth_africa
🌱 seedling
🌸 cherry_blossom
🐛 bug
🐢 turtle
🐌 snail
🦄 unicorn_face
🐶 dog
🐱 cat
🐧 penguin
🐍 snake
🦀 crab
🐳 whale
🐙 octopus
❓ question
❔ grey_question
❗ exclamation heavy_exclamation_mark
‼️ bangbang
⚠️ warning
🚨 rotating_light
🚧 construction
🚫 no_entry_sign
⛔ no_entry
❌ x
➕ heavy_plus_sign
➖ heavy_minus_sign
➡️ arrow_right
⬆️ arrow_up
⬇️ arrow_down
🔁 repeat
🔄 arrows_counterclockwise
🆕 new
🆙 up
🔴 red_circle
🟠 large_orange_circle
🟡 large_yellow_circle
🟢 large_green_circle
🔵 large_blue_circle
⏳ hourglass_flowing_sand
⌛ hourglass
⏰ alarm_clock
📅 date
📆 calendar
📌 pushpin
📎 paperclip
🔗 link
📝 memo pencil
📖 book
📚 books
📣 mega
📢 loudspeaker
🔔 bell
📈 chart_with_upwards_trend
📉 chart_with_downwards_trend
📊 bar_chart
📷 camera
🎥 movie_camera
💻 computer
🖥️ desktop_computer
📱 iphone
✉️ email envelope
📦 package
🔒 lock
🔓 unlock
🔑 key
🔧 wrench
🔨 hammer
🛠️ hammer_and_wrench
⚙️ gear
🧪 test_tube
🔍 mag
💰 moneybag
💸 money_with_wings
💬 speech_balloon
💭 thought_balloon
🏁 checkered_flag
🎶 notes
🇫🇷 fr flag-fr
🇬🇧 gb flag-gb
🇺🇸 us flag-us
🇪🇺 flag-eu
🎣 fishing_pole_and_fish
🎾 tennis
🚲 bike
🚴 bicyclist
☔ umbrella_with_rain_drops umbrella
❄️ snowflake
⚽ soccer
0️⃣ zero
1️⃣ one
2️⃣ two
3️⃣ three
4️⃣ four
5️⃣ five
`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [emoji = '', ...names] = line.split(' ');
      return names.map((name) => [name, emoji] as const);
    }),
);

/** The colour of a skin changes nothing of what somebody says with a hand. */
const SKIN = /::?skin-tone-\d$/;

/** The emoji of a short name; a name of the workspace's own making stays one, between colons. */
export function emojiOf(name: string): string {
  return BY_NAME.get(name.replace(SKIN, '')) ?? `:${name}:`;
}

/** Short names between colons become emoji where they are known; everything else stays as it stands. */
export function withEmoji(text: string): string {
  return text.replaceAll(
    /(?<![\p{L}\p{N}_]):([a-z0-9_+-]+)(?:::skin-tone-\d)?:(?![\p{L}\p{N}_])/gu,
    (found, name: string) => BY_NAME.get(name) ?? found,
  );
}
