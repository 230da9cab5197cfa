// SeenRowView: a row of a batch as the model sees it: token by token, what the loss counts on a coloured
// ground, each example of the row below a line that names it. The token under the mouse, or under the arrow
// keys, is told. Lays out what it has in one go, so long rows are shown up to kMostTokens.
#pragma once

#include <optional>
#include <vector>

#include <QAbstractScrollArea>

#include "core/data/model_view.h"

namespace tunebench::ui {

class SeenRowView : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr std::size_t kMostTokens = 8192;

    explicit SeenRowView(QWidget* parent = nullptr);

    void setRow(SeenRow row);
    const SeenRow& row() const { return row_; }
    /// A second line below each token: its id and its position.
    void setShowsNumbers(bool showsNumbers);

    std::size_t tokenCount() const { return cells_.size(); }
    std::optional<std::size_t> current() const { return current_; }
    /// In words: the token, its id, its position, whether it is learned, and of which example it is.
    QString tokenText(std::size_t token) const;
    /// Where the token is drawn, in the viewport.
    QRect tokenRect(std::size_t token) const;

    QSize sizeHint() const override { return {500, 300}; }

Q_SIGNALS:
    /// Another token is current, or none.
    void currentChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    struct Cell {
        std::size_t example = 0;
        std::size_t token = 0;
        QString text = {};
        QString numbers = {};
        QRect place = {};  // in the content, from its top
    };
    struct Heading {
        QString text = {};
        int y = 0;
    };

    void makeCells();
    void layOut();
    int placeCells(std::size_t begin, std::size_t end, int y);
    void drawCell(QPainter& painter, const Cell& cell, bool isCurrent) const;
    void setCurrent(std::optional<std::size_t> token);
    void moveCurrent(int by);
    void moveLine(int by);
    void show(std::size_t token);
    std::optional<std::size_t> tokenAt(QPoint place) const;
    QString headingText(const SeenExample& example) const;
    int cellHeight() const;

    SeenRow row_;
    std::vector<Cell> cells_;
    std::vector<Heading> headings_;  // one an example
    std::optional<std::size_t> current_;
    QString rest_;  // what is not drawn, in words
    int contentHeight_ = 0;
    bool showsNumbers_ = true;
};

/// Blanks are part of tokens: they are made visible.
QString visibleToken(const std::string& token);

}  // namespace tunebench::ui
