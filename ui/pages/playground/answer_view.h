// AnswerView: what was asked and what is answered, token by token as it comes, each on the colour of its
// probability. The token under the mouse, or under the arrow keys, is told.
#pragma once

#include <optional>
#include <vector>

#include <QTextEdit>

#include "core/engine_api/generation.h"

namespace tunebench::ui {

class AnswerView : public QTextEdit {
    Q_OBJECT

public:
    explicit AnswerView(QWidget* parent = nullptr);

    void clearAll();
    /// Muted, a paragraph of its own: who speaks.
    void addHeading(const QString& text);
    /// What was asked.
    void addPrompt(const QString& text);
    void addToken(const AnswerToken& token);
    /// Instead of the tokens since the last heading or prompt.
    void replaceAnswer(const std::vector<AnswerToken>& tokens);
    /// An answer without tokens: a classifier's.
    void addText(const QString& text);

    std::size_t tokenCount() const { return tokens_.size(); }
    std::optional<std::size_t> current() const { return current_; }
    const AnswerToken& token(std::size_t index) const { return parts_[tokens_[index].part].token; }
    /// Where the token is drawn, in the viewport; of one that is broken, its first line.
    QRect tokenRect(std::size_t index) const;
    /// In words: the token and how likely it is, and what else could stand there.
    static QString tokenText(const AnswerToken& token);

Q_SIGNALS:
    /// Another token is current, or none.
    void currentChanged();

protected:
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Kind { Heading, Prompt, Token, Text };
    struct Part {
        Kind kind = Kind::Text;
        QString text = {};
        AnswerToken token = {};
    };
    /// A token's place in the document.
    struct Place {
        std::size_t part = 0;
        int begin = 0;
        int end = 0;
    };

    void add(Part part);
    void write(QTextCursor& cursor, std::size_t part);
    void render();
    void setCurrent(std::optional<std::size_t> token);
    void moveCurrent(int by);
    void markCurrent();
    std::optional<std::size_t> tokenAt(int position) const;

    std::vector<Part> parts_;
    std::vector<Place> tokens_;
    std::optional<std::size_t> current_;
};

/// "63.2 %"; small ones keep a digit that is not 0.
QString probabilityText(double probability);

}  // namespace tunebench::ui
