// Names of people and goods that the mock's orders are made from.

export const names = [
    "Zoé Lefèvre",
    "Søren Ærø",
    "Ann O’Connor",
    "Jürgen Weiß",
    "Chloé Dupont-Martin",
    "Łukasz Nowak",
    "Νίκος Παπαδόπουλος",
    "山田 花子",
    "Ingrid Bjørnsdatter",
    "Marie-Hélène de La Rochefoucauld",
];
export const goods = [
    ["MUG-1", "Stoneware mug, ash glaze", 1999],
    ["LAMP-OAK", "Desk lamp, oak and linen", 12900],
    ["BOWL-L", "Salad bowl, large", 5450],
    ["PRINT-A3", "Print “Harbour at dawn”, A3", 3900],
    ["CANDLE-6", "Beeswax candles, box of six", 2400],
];
