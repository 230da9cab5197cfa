// JsonExtent: finds where a JSON value ends, without reading it. Says nothing about whether it is valid.
#pragma once

#include <cstdint>

namespace tunebench {

class JsonExtent {
public:
    enum class Step { Inside, EndsHere, EndedBefore };

    /// `depth`: of lists and objects that are open already.
    explicit JsonExtent(std::int64_t depth = 0) : depth_(depth) {}

    /// What the next byte of the value is. A number or a word is known to end only at the byte behind it.
    Step step(char byte) {
        if (is_string_)
            return step_in_string(byte);
        switch (byte) {
            case '"':
                is_string_ = true;
                return Step::Inside;
            case '{':
            case '[':
                ++depth_;
                return Step::Inside;
            case '}':
            case ']':
                if (depth_ == 0)
                    return Step::EndedBefore;
                return --depth_ == 0 ? Step::EndsHere : Step::Inside;
            case ',':
            case ':':
            case ' ':
            case '\t':
            case '\r':
            case '\n':
                return depth_ == 0 ? Step::EndedBefore : Step::Inside;
            default:
                return Step::Inside;
        }
    }

    std::int64_t depth() const { return depth_; }
    bool is_string() const { return is_string_; }

private:
    Step step_in_string(char byte) {
        const bool closes = byte == '"' && !is_escaped_;
        is_escaped_ = byte == '\\' && !is_escaped_;
        is_string_ = !closes;
        return closes && depth_ == 0 ? Step::EndsHere : Step::Inside;
    }

    std::int64_t depth_;
    bool is_string_ = false;
    bool is_escaped_ = false;
};

}  // namespace tunebench
