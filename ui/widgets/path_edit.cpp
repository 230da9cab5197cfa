#include "ui/widgets/path_edit.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

#include "core/formats/rows/row_source.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/described_file.h"
#include "ui/widgets/recent_paths.h"

namespace tunebench::ui {
namespace {

QString droppedPath(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

}  // namespace

QString dataFilesFilter() {
    return PathEdit::tr("Data files (%1);;All files (*)").arg(QString::fromStdString(data_file_patterns()));
}

PathEdit::PathEdit(PathKind kind, QWidget* parent) : QWidget(parent), kind_(kind) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kHalf);
    line_ = new QLineEdit(this);
    const bool takesFile = kind == PathKind::File || kind == PathKind::FileOrFolder;
    line_->setPlaceholderText(kind == PathKind::FileOrFolder ? tr("Choose or drop a file or a folder")
                              : takesFile                    ? tr("Choose or drop a file")
                                                             : tr("Choose or drop a folder"));
    row->addWidget(line_, 1);
    auto* button = new QPushButton(icon(takesFile ? QStringLiteral("file") : QStringLiteral("folder")),
                                   tr("Browse…"), this);
    button->setObjectName(QStringLiteral("browse"));
    row->addWidget(button);
    setFocusProxy(line_);
    setAcceptDrops(true);
    line_->setAcceptDrops(false);
    connect(line_, &QLineEdit::textChanged, this, &PathEdit::pathChanged);
    if (kind == PathKind::FileOrFolder) {
        auto* menu = new QMenu(button);
        menu->addAction(icon(QStringLiteral("file")), tr("A file…"), this, &PathEdit::browseFile);
        menu->addAction(icon(QStringLiteral("folder")), tr("A folder of files…"), this,
                        &PathEdit::browseFolder);
        button->setMenu(menu);
    } else {
        connect(button, &QPushButton::clicked, this,
                takesFile ? &PathEdit::browseFile : &PathEdit::browseFolder);
    }
}

QString PathEdit::path() const {
    return line_->text().trimmed();
}

void PathEdit::setPath(const QString& path) {
    if (path != line_->text())
        line_->setText(path);
}

void PathEdit::setRecent(RecentPaths& recent) {
    recent_ = &recent;
    recentAction_ = line_->addAction(icon(QStringLiteral("history")), QLineEdit::TrailingPosition);
    recentAction_->setText(tr("Used before"));
    recentAction_->setToolTip(tr("Used before (Down)"));
    const auto update = [this] { recentAction_->setVisible(!recent_->isEmpty()); };
    connect(recentAction_, &QAction::triggered, this, &PathEdit::showRecent);
    connect(recent_, &RecentPaths::changed, this, update);
    update();
}

void PathEdit::showRecent() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& path : recent_->paths()) {
        const QString text = QDir::toNativeSeparators(path).replace(QLatin1Char('&'), QLatin1String("&&"));
        menu->addAction(text, this, [this, path] { setPath(path); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("None of them is there any more"))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(tr("Forget these"), recent_, &RecentPaths::clear);
    menu->popup(line_->mapToGlobal(QPoint(0, line_->height())));
}

void PathEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Down && recent_ != nullptr && !recent_->isEmpty())
        showRecent();
    else
        QWidget::keyPressEvent(event);
}

void PathEdit::browseFile() {
    const QString chosen = QFileDialog::getOpenFileName(window(), tr("Choose a file"), path(), filter_);
    if (!chosen.isEmpty())
        setPath(chosen);
}

void PathEdit::browseFolder() {
    const QString chosen = QFileDialog::getExistingDirectory(window(), tr("Choose a folder"), path());
    if (!chosen.isEmpty())
        setPath(chosen);
}

/// What describes a run or a study is no path to be set: it is left to the page, which opens it.
void PathEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (!describedFile(*event->mimeData()).isEmpty())
        event->ignore();
    else if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PathEdit::dropEvent(QDropEvent* event) {
    const QFileInfo dropped(droppedPath(event->mimeData()));
    // A file of a folder (config.json, say) stands for the folder.
    const bool takesFile = kind_ == PathKind::File || kind_ == PathKind::FileOrFolder;
    const bool wantsFolder = !takesFile && !dropped.isDir();
    setPath(wantsFolder ? dropped.absolutePath() : dropped.absoluteFilePath());
    event->acceptProposedAction();
}

}  // namespace tunebench::ui
