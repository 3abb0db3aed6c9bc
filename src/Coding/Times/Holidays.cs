namespace Tocsin.Coding;

/// <summary>Days that news names by their feast, fixed and movable.</summary>
static class Holidays
{
    /// <summary>Names of one to four words, lower case, with month and day; day 0 stands for a movable feast.</summary>
    static readonly (string[] Words, int Month, int Day, int FromEaster)[] Known =
    [
        Fixed("christmas eve", 12, 24), Fixed("christmas day", 12, 25), Fixed("boxing day", 12, 26), Fixed("new year 's eve", 12, 31),
        Fixed("new year 's day", 1, 1), Fixed("new year 's", 1, 1), Fixed("orthodox christmas eve", 1, 6), Fixed("orthodox christmas", 1, 7),
        Fixed("epiphany", 1, 6), Fixed("valentine 's day", 2, 14), Fixed("st patrick 's day", 3, 17), Fixed("international women 's day", 3, 8),
        Fixed("anzac day", 4, 25), Fixed("may day", 5, 1), Fixed("international workers ' day", 5, 1), Fixed("victory day", 5, 9), Fixed("europe day", 5, 9),
        Fixed("vidovdan", 6, 28), Fixed("st vitus day", 6, 28), Fixed("st vitus ' day", 6, 28), Fixed("saint vitus day", 6, 28), Fixed("canada day", 7, 1),
        Fixed("fourth of july", 7, 4), Fixed("bastille day", 7, 14), Fixed("assumption day", 8, 15), Fixed("halloween", 10, 31), Fixed("all saints ' day", 11, 1),
        Fixed("armistice day", 11, 11), Fixed("veterans day", 11, 11), Fixed("remembrance day", 11, 11), Fixed("christmas", 12, 25), Fixed("juneteenth", 6, 19),
        Movable("easter sunday", 0), Movable("easter monday", 1), Movable("good friday", -2), Movable("holy saturday", -1), Movable("palm sunday", -7),
        Movable("ash wednesday", -46), Movable("whit monday", 50), Movable("pentecost", 49), Movable("ascension day", 39), Movable("easter", 0),
        Nth("thanksgiving", 11, -94), Nth("thanksgiving day", 11, -94), Nth("memorial day", 5, -100), Nth("labor day", 9, -91), Nth("labour day", 5, -200),
        Movable("orthodox easter", 1000), Movable("orthodox good friday", 998),
    ];

    /// <summary>Independence and republic days by a word that the story names the country with.</summary>
    static readonly (string Feast, string[] Words, int Month, int Day)[] National =
    [
        ("independence day", ["Ukraine", "Ukrainian", "Kyiv", "Kiev", "Kharkiv", "Odesa", "Chaplyne"], 8, 24),
        ("independence day", ["Kosovo", "Pristina", "Prishtina"], 2, 17),
        ("independence day", ["Georgia", "Georgian", "Tbilisi"], 5, 26), ("independence day", ["Moldova", "Chisinau"], 8, 27),
        ("independence day", ["Croatia", "Zagreb"], 5, 30), ("independence day", ["Israel", "Jerusalem"], 5, 14),
        ("independence day", ["Poland", "Polish", "Warsaw"], 11, 11), ("independence day", ["Finland", "Helsinki"], 12, 6),
        ("independence day", ["Albania", "Tirana"], 11, 28), ("independence day", ["Armenia", "Yerevan"], 9, 21),
        ("independence day", ["India", "Indian", "Delhi"], 8, 15), ("independence day", ["Pakistan", "Islamabad"], 8, 14),
        ("independence day", ["Belarus", "Minsk"], 7, 3), ("independence day", ["Kenya", "Nairobi"], 12, 12), ("independence day", ["Nigeria", "Abuja", "Lagos"], 10, 1),
        ("independence day", ["U.S.", "US", "United", "America", "American", "Washington", "Boston", "Philadelphia", "Texas", "Chicago"], 7, 4),
        ("republic day", ["India", "Indian", "Delhi"], 1, 26), ("republic day", ["Turkey", "Ankara", "Turkish", "Istanbul"], 10, 29),
        ("republic day", ["Italy", "Rome"], 6, 2), ("republic day", ["Pakistan"], 3, 23),
        ("republic day", ["Bosnia", "Republika", "Banja"], 1, 9), ("national day", ["China", "Beijing"], 10, 1), ("national day", ["France", "Paris"], 7, 14),
        ("statehood day", ["Serbia", "Belgrade"], 2, 15), ("unity day", ["Russia", "Moscow"], 11, 4), ("russia day", ["Russia", "Moscow"], 6, 12),
    ];

    public static int Count => Known.Length;

    public static string[] Words(int feast) => Known[feast].Words;

    /// <summary>The day of a feast in a year of the common calendar.</summary>
    public static DateOnly Day(int feast, int year)
    {
        var (_, month, day, from) = Known[feast];
        if (day > 0)
            return new DateOnly(year, month, day);
        return from switch
        {
            -94 => First(year, 11, DayOfWeek.Thursday).AddDays(21),
            -100 => Last(year, 5, DayOfWeek.Monday),
            -91 => First(year, 9, DayOfWeek.Monday),
            -200 => new DateOnly(year, 5, 1),
            >= 900 => OrthodoxEaster(year).AddDays(from - 1000),
            _ => Easter(year).AddDays(from),
        };
    }

    /// <summary>Month and day of a national feast by the first country that the words tell; null where none does.</summary>
    public static (int Month, int Day)? OfNation(string feast, Func<string, bool> isNamed)
    {
        foreach (var (name, words, month, day) in National)
        {
            if (name == feast && words.Any(isNamed))
                return (month, day);
        }
        return null;
    }

    /// <summary>Western Easter (Meeus, Jones and Butcher).</summary>
    static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }

    /// <summary>Orthodox Easter (Meeus' Julian reckoning), as a day of the Gregorian calendar of 1900 to 2099.</summary>
    static DateOnly OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19, d = ((19 * c) + 15) % 30, e = ((2 * a) + (4 * b) - d + 34) % 7;
        var month = (d + e + 114) / 31;
        return new DateOnly(year, month, ((d + e + 114) % 31) + 1).AddDays(13);
    }

    static DateOnly First(int year, int month, DayOfWeek day)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)day - (int)first.DayOfWeek + 7) % 7);
    }

    static DateOnly Last(int year, int month, DayOfWeek day)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)day + 7) % 7));
    }

    static (string[], int, int, int) Fixed(string name, int month, int day) => (name.Split(' '), month, day, 0);

    static (string[], int, int, int) Movable(string name, int fromEaster) => (name.Split(' '), 0, 0, fromEaster);

    static (string[], int, int, int) Nth(string name, int month, int rule) => (name.Split(' '), month, 0, rule);
}
