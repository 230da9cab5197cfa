// ProgressLine: the one line at the bottom of a terminal that changes while a run goes on. Where stdout is no
// terminal it becomes a plain line every few seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace tunebench::cli {

class ProgressLine {
public:
    using Clock = std::chrono::steady_clock;

    /// `plain_interval`: between two lines where there is no terminal.
    ProgressLine(bool is_terminal, std::chrono::seconds plain_interval);

    /// Draws at most 10 times a second; what comes too early is not drawn at all.
    void show(std::int64_t step, std::int64_t total_steps, std::string_view text);

    /// What is going on while there are no steps to count. On a terminal always drawn.
    void show_status(std::string_view text);

    /// Takes the line away, so that something else can be printed in its place.
    void clear();

private:
    void draw(std::int64_t step, std::int64_t total_steps, std::string_view text);

    bool is_terminal_;
    std::chrono::milliseconds interval_;
    Clock::time_point next_ = {};
    Clock::time_point next_status_ = {};
    bool is_drawn_ = false;
};

/// "[######......]", `width` columns with the brackets.
std::string progress_bar(double share, int width);

}  // namespace tunebench::cli
