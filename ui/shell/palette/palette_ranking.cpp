#include "ui/shell/palette/palette_ranking.h"

#include <algorithm>
#include <limits>

namespace tunebench::ui {
namespace {

constexpr int kLetter = 4;
constexpr int kTogether = 8;   // with the letter before: more than a word's start behind a gap
constexpr int kWordStart = 8;  // the first letter of a word
constexpr int kTextStart = 4;  // on top of that
constexpr int kGap = -1;       // letters are passed over
constexpr int kUnreachable = std::numeric_limits<int>::min() / 2;
constexpr int kByWords = kUnreachable;  // behind everything that the text itself has

bool beginsWord(const QString& text, int place) {
    if (place == 0)
        return true;
    const QChar before = text[place - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[place].isUpper());
}

int worth(const QString& text, int place) {
    return kLetter + (beginsWord(text, place) ? kWordStart : 0) + (place == 0 ? kTextStart : 0);
}

/// For each letter that was typed and each place in the text: the best score of the letters so far, the last
/// of them there, and where the one before it stood.
class BestPlaces {
public:
    BestPlaces(const QString& text, const QString& letters)
        : text_(text), letters_(letters), width_(static_cast<std::size_t>(text.size())) {
        const auto cells = width_ * static_cast<std::size_t>(letters.size());
        scores_.assign(cells, kUnreachable);
        before_.assign(cells, -1);
        for (int letter = 0; letter < letters_.size(); ++letter)
            fill(letter);
    }

    std::optional<FuzzyMatch> best() const {
        const int last = static_cast<int>(letters_.size()) - 1;
        int place = -1;
        for (int i = 0; i < text_.size(); ++i)
            if (score(last, i) > (place < 0 ? kUnreachable : score(last, place)))
                place = i;
        if (place < 0)
            return {};
        FuzzyMatch match{.score = score(last, place)};
        for (int letter = last; letter >= 0; --letter) {
            match.places.push_back(place);
            place = before_[cell(letter, place)];
        }
        std::reverse(match.places.begin(), match.places.end());
        return match;
    }

private:
    std::size_t cell(int letter, int place) const {
        return static_cast<std::size_t>(letter) * width_ + static_cast<std::size_t>(place);
    }
    int score(int letter, int place) const { return scores_[cell(letter, place)]; }

    void fill(int letter) {
        int farther = -1;  // the best place of the letter before, with a gap behind it
        for (int place = 0; place < text_.size(); ++place) {
            if (letter > 0 && place > 1 && score(letter - 1, place - 2) > kUnreachable &&
                (farther < 0 || score(letter - 1, place - 2) > score(letter - 1, farther)))
                farther = place - 2;
            if (text_[place].toLower() == letters_[letter].toLower())
                reach(letter, place, farther);
        }
    }

    void reach(int letter, int place, int farther) {
        const auto here = cell(letter, place);
        if (letter == 0) {
            scores_[here] = worth(text_, place);
            return;
        }
        if (farther >= 0) {
            scores_[here] = score(letter - 1, farther) + kGap + worth(text_, place);
            before_[here] = farther;
        }
        if (place == 0 || score(letter - 1, place - 1) == kUnreachable)
            return;
        const int together = score(letter - 1, place - 1) + kTogether + worth(text_, place);
        if (together > scores_[here]) {
            scores_[here] = together;
            before_[here] = place - 1;
        }
    }

    const QString& text_;
    const QString& letters_;
    std::size_t width_;
    std::vector<int> scores_;
    std::vector<int> before_;
};

QString withoutBlanks(const QString& typed) {
    QString letters;
    for (const QChar letter : typed)
        if (!letter.isSpace())
            letters += letter;
    return letters;
}

bool hasAllWords(const QString& words, const QString& typed) {
    const QStringList wanted = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const QString& word) { return words.contains(word, Qt::CaseInsensitive); });
}

std::optional<FuzzyMatch> matchOf(const RankedText& text, const QString& typed) {
    if (auto match = fuzzyMatch(text.text, typed))
        return match;
    return hasAllWords(text.words, typed) ? std::optional(FuzzyMatch{.score = kByWords}) : std::nullopt;
}

}  // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& text, const QString& typed) {
    const QString letters = withoutBlanks(typed);
    if (letters.isEmpty())
        return FuzzyMatch{};
    if (letters.size() > text.size())
        return {};
    return BestPlaces(text, letters).best();
}

std::vector<Ranked> rank(const std::vector<RankedText>& texts, const QString& typed) {
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (auto match = matchOf(texts[i], typed))
            ranked.push_back({i, *std::move(match)});
    if (withoutBlanks(typed).isEmpty())
        return ranked;
    // Of two that fit as well the shorter has less that was not meant.
    std::stable_sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
        if (a.match.score != b.match.score)
            return a.match.score > b.match.score;
        return texts[a.index].text.size() < texts[b.index].text.size();
    });
    return ranked;
}

}  // namespace tunebench::ui
