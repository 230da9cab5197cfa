// SamplesView and LogView: what a run says in words. New entries are appended; a reader who has scrolled away
// is left where they are.
#pragma once

#include <optional>

#include <QTextEdit>

#include "ui/run/run_state.h"

namespace tunebench::ui {

class RunText : public QTextEdit {
    Q_OBJECT

public:
    explicit RunText(const QString& placeholder, QWidget* parent = nullptr);

    /// Draws what is new, or everything when there is less than before.
    void showState(const RunState& state);

protected:
    void changeEvent(QEvent* event) override;
    virtual std::size_t count(const RunState& state) const = 0;
    virtual void write(QTextCursor& cursor, const RunState& state, std::size_t index) const = 0;
    void writeAgain();

private:
    bool goesOn(const RunState& state) const;

    RunState last_;  // for another theme; texts only
    std::size_t shown_ = 0;
};

class SamplesView : public RunText {
    Q_OBJECT

public:
    explicit SamplesView(QWidget* parent = nullptr);

    /// Only the answers to that prompt, step below step; none: to all.
    void setPrompt(std::optional<QString> prompt);

protected:
    std::size_t count(const RunState& state) const override { return state.samples.size(); }
    void write(QTextCursor& cursor, const RunState& state, std::size_t index) const override;

private:
    std::optional<QString> prompt_;
};

class LogView : public RunText {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);

protected:
    std::size_t count(const RunState& state) const override { return state.log.size(); }
    void write(QTextCursor& cursor, const RunState& state, std::size_t index) const override;
};

}  // namespace tunebench::ui
