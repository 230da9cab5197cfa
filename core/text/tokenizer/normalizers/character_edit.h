// Edits of a text that look at one character at a time.
#pragma once

#include <string>

#include "core/text/tokenizer/aligned_text.h"
#include "core/text/unicode.h"

namespace tunebench {

/// Calls change(character, changed) for each character; where it returns true, the text that it put into
/// `changed`, which is empty before, takes the character's place.
template <class Change>
void change_characters(AlignedText& target, Change change) {
    const std::string& text = target.text();
    AlignedText::Edit edit(target);
    std::string changed;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = code_point_at(text, at);
        const std::size_t end = at + character.length;
        changed.clear();
        if (change(character.value, changed))
            edit.replace(at, end, changed);
        else
            edit.keep(at, end);
        at = end;
    }
    edit.finish();
}

/// The lower case of one character, without regard to its neighbours. False when it is its own.
bool lower_case(char32_t character, std::string& lower);

/// What SentencePiece's rules "nmt" do before their normal form: control characters go, white space and
/// invisible characters become spaces. False for a character that stays.
bool nmt_change(char32_t character, std::string& changed);

}  // namespace tunebench
