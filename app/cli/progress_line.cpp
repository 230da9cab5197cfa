#include "app/cli/progress_line.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>

#include "app/cli/output.h"
#include "app/cli/run_text.h"
#include "app/cli/terminal.h"

namespace tunebench::cli {
namespace {

constexpr std::chrono::milliseconds kRedrawInterval{100};
constexpr std::string_view kEraseLine = "\r\x1b[2K";

void write(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

}  // namespace

ProgressLine::ProgressLine(bool is_terminal, std::chrono::seconds plain_interval)
    : is_terminal_(is_terminal), interval_(is_terminal ? kRedrawInterval : plain_interval) {}

void ProgressLine::show(std::int64_t step, std::int64_t total_steps, std::string_view text) {
    const auto now = Clock::now();
    if (now < next_)
        return;
    next_ = now + interval_;
    if (is_terminal_)
        draw(step, total_steps, text);
    else
        print_line(fmt::format("step {}  {}", steps_text(step, total_steps, "/"), text));
}

void ProgressLine::draw(std::int64_t step, std::int64_t total_steps, std::string_view text) {
    constexpr int kBarWidth = 22;
    constexpr int kNarrow = 100;
    const int columns = terminal_width();
    const double share = total_steps > 0 ? static_cast<double>(step) / static_cast<double>(total_steps) : 0.0;
    const bool has_bar = total_steps > 0 && columns >= kNarrow;
    const auto bar = has_bar ? progress_bar(share, kBarWidth) + " " : std::string();
    const auto line = fmt::format("{}{}  {}", bar, steps_text(step, total_steps, "/"), text);
    // One column stays free: a full line would wrap and could not be erased.
    write(std::string(kEraseLine) +
          std::string(clipped(line, static_cast<std::size_t>(std::max(1, columns - 1)))));
    is_drawn_ = true;
}

void ProgressLine::show_status(std::string_view text) {
    if (!is_terminal_) {
        if (const auto now = Clock::now(); now >= next_status_) {
            print_line(text);
            next_status_ = now + interval_;
        }
        return;
    }
    const auto width = static_cast<std::size_t>(std::max(1, terminal_width() - 1));
    write(std::string(kEraseLine) + std::string(clipped(text, width)));
    is_drawn_ = true;
}

void ProgressLine::clear() {
    next_ = is_terminal_ ? Clock::time_point{} : next_;
    if (!is_drawn_)
        return;
    write(kEraseLine);
    is_drawn_ = false;
}

std::string progress_bar(double share, int width) {
    const int inside = std::max(0, width - 2);
    const int done = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * inside));
    return "[" + std::string(static_cast<std::size_t>(done), '#') +
           std::string(static_cast<std::size_t>(inside - done), '.') + "]";
}

}  // namespace tunebench::cli
