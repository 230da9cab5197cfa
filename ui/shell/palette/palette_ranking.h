// Which of many texts somebody means who types a few letters: letters in order, wherever they stand; best
// where they begin words or stand together. Without widgets.
#pragma once

#include <optional>
#include <vector>

#include <QStringList>

namespace tunebench::ui {

struct FuzzyMatch {
    int score = 0;                 // higher is better
    std::vector<int> places = {};  // of the letters in the text
    bool operator==(const FuzzyMatch&) const = default;
};

/// Upper and lower case are alike, blanks are passed over. No value unless all letters are found in order; of
/// several ways to find them the best.
std::optional<FuzzyMatch> fuzzyMatch(const QString& text, const QString& typed);

struct RankedText {
    QString text = {};
    QString words = {};  // that lead to it too, typed in full; counts less than any letter of `text`
};

struct Ranked {
    std::size_t index = 0;
    FuzzyMatch match = {};
};

/// The best first; of equals the shorter text, then the order given. When nothing is typed everything, as
/// given.
std::vector<Ranked> rank(const std::vector<RankedText>& texts, const QString& typed);

}  // namespace tunebench::ui
