// Verify checks a Constancia dossier with Google's golang.org/x/mod/sumdb packages, independently of Constancia's own
// code. Everything but time stamps, which openssl checks.
//
//	verify dossier     POLICY DIRECTORY [OLDER-CHECKPOINT]
//	verify inclusion   POLICY PROOF.tlog-proof ENTRY.json
//	verify opening     ENTRY.json OPENING.json [FILE]
//	verify consistency POLICY OLD-CHECKPOINT NEW-CHECKPOINT PROOF
//	verify checkpoint  POLICY CHECKPOINT
//
// POLICY is the verifier's own file (c2sp.org/tlog-policy), never one taken from the dossier on trust. Exit status: 0
// valid, 1 invalid with the first reason and its place, 2 cannot tell (unreadable files, or a policy that needs a
// signature type this program lacks).
//
// On Debian 12: apt install golang-go golang-golang-x-mod-dev, which puts the packages below /usr/share/gocode, then
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go build -o verify verify.go
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var (
	errCannotTell = errors.New("a file cannot be read, or the policy needs a signature type this program does not check")
	errUsage      = errors.New("usage")
)

var strict = base64.StdEncoding.Strict()

// checkpoint is the text of a signed note: origin, size, root.
type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

// quorum is a witness (key set) or a group of names.
type quorum struct {
	witness   note.Verifier
	threshold int
	members   []string
}

type policy struct {
	logs   map[string][]note.Verifier
	named  map[string]quorum
	quorum string
}

// cosigner verifies c2sp.org/tlog-cosignature of type 0x04: Ed25519 over a time and the text.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }
func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize || sig[0] >= 0x80 {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

func readKey(text string) (note.Verifier, byte, error) {
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		return nil, 0, errors.New("malformed key")
	}
	key, err := strict.DecodeString(parts[2])
	if err != nil || len(key) == 0 {
		return nil, 0, errors.New("malformed key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	id := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, 0, errors.New("the key id does not belong to the key")
	}
	switch key[0] {
	case 0x01:
		verifier, err := note.NewVerifier(text)
		return verifier, key[0], err
	case 0x04:
		if len(key) != 1+ed25519.PublicKeySize {
			return nil, 0, errors.New("malformed key")
		}
		return &cosigner{parts[0], id, key[1:]}, key[0], nil
	default:
		// A type this program does not check; it counts only if the quorum needs it.
		return nil, key[0], nil
	}
}

func readPolicy(text string) (*policy, error) {
	p := &policy{logs: map[string][]note.Verifier{}, named: map[string]quorum{}}
	for number, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		wrong := fmt.Errorf("policy line %d", number+1)
		switch {
		case words[0] == "log" && len(words) >= 2:
			verifier, _, err := readKey(words[1])
			if err != nil {
				return nil, wrong
			}
			if verifier != nil {
				p.logs[verifier.Name()] = append(p.logs[verifier.Name()], verifier)
			}
		case words[0] == "witness" && len(words) >= 3:
			verifier, kind, err := readKey(words[2])
			if err != nil || kind == 0x01 {
				return nil, wrong
			}
			p.named[words[1]] = quorum{witness: verifier}
		case words[0] == "group" && len(words) >= 4:
			threshold := 1
			if words[2] == "all" {
				threshold = len(words) - 3
			} else if words[2] != "any" {
				var err error
				if threshold, err = strconv.Atoi(words[2]); err != nil || threshold < 1 {
					return nil, wrong
				}
			}
			p.named[words[1]] = quorum{threshold: threshold, members: words[3:]}
		case words[0] == "quorum" && len(words) == 2 && p.quorum == "":
			p.quorum = words[1]
		default:
			return nil, wrong
		}
	}
	if p.quorum == "" {
		return nil, errors.New("policy without quorum")
	}
	return p, nil
}

// met tells whether enough have cosigned. A quorum that only a type unknown to this program could meet cannot be told.
func (p *policy) met(name string, cosigned map[string]bool) (bool, error) {
	if name == "none" {
		return true, nil
	}
	q, known := p.named[name]
	switch {
	case !known:
		return false, errors.New("policy: undefined " + name)
	case len(q.members) == 0 && q.witness == nil:
		return false, errCannotTell
	case len(q.members) == 0:
		return cosigned[name], nil
	}
	count := 0
	unclear := false
	for _, member := range q.members {
		ok, err := p.met(member, cosigned)
		if ok {
			count++
		}
		unclear = unclear || err != nil
	}
	if count < q.threshold && unclear {
		return false, errCannotTell
	}
	return count >= q.threshold, nil
}

// open verifies a signed checkpoint against the policy.
func (p *policy) open(message []byte) (*checkpoint, error) {
	blank := strings.LastIndex(string(message), "\n\n")
	if blank < 0 {
		return nil, errors.New("not a signed note")
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(message[blank+2:]), "\n"), "\n") {
		// Two spellings of one signature would let bytes change unseen.
		if _, err := strict.DecodeString(line[strings.LastIndex(line, " ")+1:]); err != nil {
			return nil, errors.New("a signature that cannot be read")
		}
	}
	c, err := parseCheckpoint(string(message[:blank+1]))
	if err != nil {
		return nil, err
	}
	logs := p.logs[c.origin]
	if len(logs) == 0 {
		return nil, errors.New("the policy knows no log " + c.origin)
	}
	if _, err = note.Open(message, note.VerifierList(logs...)); err != nil {
		return nil, err
	}
	cosigned := map[string]bool{}
	for name, q := range p.named {
		if q.witness == nil {
			continue
		}
		_, err := note.Open(message, note.VerifierList(q.witness))
		var unverified *note.UnverifiedNoteError
		switch {
		case err == nil:
			cosigned[name] = true
		case !errors.As(err, &unverified):
			return nil, err
		}
	}
	met, err := p.met(p.quorum, cosigned)
	if err != nil {
		return nil, err
	}
	if !met {
		return nil, errors.New("the quorum of witnesses is not met")
	}
	return c, nil
}

func parseCheckpoint(text string) (*checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return nil, errors.New("not a checkpoint")
	}
	for _, line := range lines[:len(lines)-1] {
		if line == "" {
			return nil, errors.New("not a checkpoint: empty line")
		}
	}
	size, err := parseNumber(lines[1])
	if err != nil {
		return nil, err
	}
	root, err := parseHash(lines[2])
	if err != nil {
		return nil, err
	}
	return &checkpoint{lines[0], size, root}, nil
}

// parseNumber takes digits only, without sign and leading zeros.
func parseNumber(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != text || n < 0 {
		return 0, errors.New("not a number")
	}
	return n, nil
}

func parseHash(line string) (hash tlog.Hash, err error) {
	bytes, err := strict.DecodeString(line)
	if err != nil || len(bytes) != tlog.HashSize || strings.Contains(line, "\r") {
		return hash, errors.New("not a hash")
	}
	copy(hash[:], bytes)
	return hash, nil
}

func verifyInclusion(p *policy, proof, entry []byte) error {
	text := string(proof)
	blank := strings.Index(text, "\n\n")
	if blank < 0 || !utf8.ValidString(text) {
		return errors.New("not a log proof")
	}
	lines := strings.Split(text[:blank], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("another first line")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		if _, err := strict.DecodeString(lines[0][6:]); err != nil || strings.Contains(lines[0], "\r") {
			return errors.New("extra data that are not base64")
		}
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("no index")
	}
	index, err := parseNumber(lines[0][6:])
	if err != nil {
		return err
	}
	var path tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := parseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	c, err := p.open([]byte(text[blank+2:]))
	if err != nil {
		return err
	}
	if index >= c.size {
		return errors.New("no such entry")
	}
	return tlog.CheckRecord(path, c.size, c.root, index, tlog.RecordHash(entry))
}

func verifyConsistency(p *policy, older, newer, proof []byte) error {
	o, err := p.open(older)
	if err != nil {
		return err
	}
	n, err := p.open(newer)
	if err != nil {
		return err
	}
	return checkConsistency(o, n, proof)
}

func checkConsistency(o, n *checkpoint, proof []byte) error {
	lines := strings.Split(string(proof), "\n")
	if len(lines) < 4 || lines[0] != "constancia consistency v1" || lines[len(lines)-1] != "" ||
		lines[1] != fmt.Sprint("old ", o.size) || lines[2] != fmt.Sprint("new ", n.size) || o.origin != n.origin {
		return errors.New("not a consistency proof of these checkpoints")
	}
	var path tlog.TreeProof
	for _, line := range lines[3 : len(lines)-1] {
		hash, err := parseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	return tlog.CheckTree(path, n.size, n.root, o.size, o.root)
}

// opening is what discloses an entry: the payload, byte for byte as it was committed to, and its salt.
type opening struct {
	file    string
	payload map[string]interface{}
}

// readOpening checks that the opening opens the commitment of the entry.
func readOpening(entry, bytes []byte) (*opening, error) {
	var e struct{ Commit string }
	var o struct {
		File    *string
		Payload json.RawMessage
		Salt    string
	}
	if json.Unmarshal(entry, &e) != nil {
		return nil, errors.New("not an entry")
	}
	if json.Unmarshal(bytes, &o) != nil {
		return nil, errors.New("not an opening")
	}
	salt, err := hex.DecodeString(o.Salt)
	if err != nil || len(salt) != 32 {
		return nil, errors.New("not a salt")
	}
	written := `{"payload":` + string(o.Payload) + `,"salt":"` + hex.EncodeToString(salt) + `"}`
	result := &opening{}
	if o.File != nil {
		result.file = *o.File
		written = `{"file":"` + result.file + `",` + written[1:]
	}
	if written != string(bytes) {
		return nil, errors.New("not spelt as an opening is")
	}
	commit := sha256.Sum256(append(salt, o.Payload...))
	if hex.EncodeToString(commit[:]) != e.Commit {
		return nil, errors.New("salt and payload do not open the entry's commitment")
	}
	return result, json.Unmarshal(o.Payload, &result.payload)
}

func (o *opening) text(name string) string {
	text, _ := o.payload[name].(string)
	return text
}

// isAbout tells whether the payload commits to these bytes, an original or the text read from one.
func (o *opening) isAbout(file []byte) bool {
	committed := o.text("sha256")
	if committed == "" {
		committed = o.text("textSha256")
	}
	sum := sha256.Sum256(file)
	return committed == hex.EncodeToString(sum[:])
}

// invalid is what is wrong, and where.
type invalid struct{ place, reason string }

func (i *invalid) Error() string { return i.place + ": " + i.reason }

func at(place string, err error) error {
	if err == nil || errors.Is(err, errCannotTell) {
		return err
	}
	return &invalid{place, err.Error()}
}

// dossier is an unpacked bag under check.
type dossier struct {
	directory string
	openings  []*opening
	logged    map[string]*opening
}

func (d *dossier) read(name string) ([]byte, error) {
	bytes, err := os.ReadFile(filepath.Join(d.directory, filepath.FromSlash(name)))
	if err != nil {
		return nil, &invalid{name, "cannot be read"}
	}
	return bytes, nil
}

func (d *dossier) has(name string) bool {
	_, err := os.Lstat(filepath.Join(d.directory, filepath.FromSlash(name)))
	return err == nil
}

// files lists the regular files by their path in the bag; anything else is refused.
func (d *dossier) files() (map[string]bool, error) {
	found := map[string]bool{}
	err := filepath.Walk(d.directory, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name, err := filepath.Rel(d.directory, path)
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() {
			return &invalid{filepath.ToSlash(name), "not a plain file"}
		}
		found[filepath.ToSlash(name)] = true
		return nil
	})
	return found, err
}

// checkFiles checks that the manifests list the files of the bag, all of them and no others, with their digests.
func (d *dossier) checkFiles() error {
	found, err := d.files()
	if err != nil {
		return err
	}
	for _, manifest := range []string{"manifest-sha512.txt", "tagmanifest-sha512.txt"} {
		payload := manifest == "manifest-sha512.txt"
		bytes, err := d.read(manifest)
		if err != nil {
			return err
		}
		listed := map[string]bool{}
		for _, line := range strings.SplitAfter(string(bytes), "\n") {
			if line == "" {
				continue
			}
			parts := strings.SplitN(strings.TrimSuffix(line, "\n"), "  ", 2)
			if len(parts) != 2 || !strings.HasSuffix(line, "\n") || listed[parts[1]] ||
				strings.HasPrefix(parts[1], "data/") != payload {
				return &invalid{manifest, "a line that cannot be read"}
			}
			if !found[parts[1]] {
				return &invalid{parts[1], "missing"}
			}
			file, err := d.read(parts[1])
			if err != nil {
				return err
			}
			sum := sha512.Sum512(file)
			if hex.EncodeToString(sum[:]) != parts[0] {
				return &invalid{parts[1], "its bytes are not those of " + manifest}
			}
			listed[parts[1]] = true
		}
		for name := range found {
			if strings.HasPrefix(name, "data/") == payload && !listed[name] && !strings.HasPrefix(name, "tagmanifest-") {
				return &invalid{name, "not in " + manifest}
			}
		}
	}
	return nil
}

// checkEntries checks that every entry is in the log of its checkpoint, and the openings of those that are disclosed.
// Entries of earlier logs that ended lie in directories of their own.
func (d *dossier) checkEntries(p *policy, c *checkpoint) error {
	earlier, err := filepath.Glob(filepath.Join(d.directory, "proofs", "log-*"))
	if err != nil {
		return err
	}
	sort.Slice(earlier, func(i, j int) bool {
		return len(earlier[i]) < len(earlier[j]) || len(earlier[i]) == len(earlier[j]) && earlier[i] < earlier[j]
	})
	for _, path := range earlier {
		directory := "proofs/" + filepath.Base(path) + "/"
		bytes, err := d.read(directory + "checkpoint")
		if err != nil {
			return err
		}
		c, err := p.open(bytes)
		if err != nil {
			return at(directory+"checkpoint", err)
		}
		if err := d.checkDirectory(p, c, directory); err != nil {
			return err
		}
	}
	return d.checkDirectory(p, c, "proofs/")
}

func (d *dossier) checkDirectory(p *policy, c *checkpoint, directory string) error {
	names, err := filepath.Glob(filepath.Join(d.directory, filepath.FromSlash(directory), "*"))
	if err != nil {
		return err
	}
	var indices []int64
	for _, path := range names {
		name := directory + filepath.Base(path)
		base := strings.TrimSuffix(strings.TrimSuffix(name, ".entry.json"), ".opening.json")
		if base != name && !d.has(base+".tlog-proof") {
			return &invalid{name, "an entry without proof"}
		}
		if !strings.HasSuffix(name, ".tlog-proof") {
			continue
		}
		index, err := parseNumber(strings.TrimSuffix(filepath.Base(path), ".tlog-proof"))
		if err != nil {
			return at(name, err)
		}
		indices = append(indices, index)
	}
	sort.Slice(indices, func(i, j int) bool { return indices[i] < indices[j] })
	for _, index := range indices {
		if err := d.checkEntry(p, c, fmt.Sprint(directory, index), index); err != nil {
			return err
		}
	}
	return nil
}

func (d *dossier) checkEntry(p *policy, c *checkpoint, base string, index int64) error {
	proof, err := d.read(base + ".tlog-proof")
	if err != nil {
		return err
	}
	entry, err := d.read(base + ".entry.json")
	if err != nil {
		return err
	}
	if err := at(base+".tlog-proof", verifyInclusion(p, proof, entry)); err != nil {
		return err
	}
	head := string(proof)[strings.Index(string(proof), "\n\n")+2:]
	if !strings.Contains(string(proof), fmt.Sprint("\nindex ", index, "\n")) || !strings.HasPrefix(head, c.text()) {
		return &invalid{base + ".tlog-proof", "a proof of another entry or checkpoint"}
	}
	if !d.has(base + ".opening.json") {
		return nil
	}
	bytes, err := d.read(base + ".opening.json")
	if err != nil {
		return err
	}
	o, err := readOpening(entry, bytes)
	if err != nil {
		return at(base+".opening.json", err)
	}
	if o.file != "" {
		file, err := d.read("data/" + o.file)
		if err != nil {
			return err
		}
		if !o.isAbout(file) {
			return &invalid{"data/" + o.file, "not the file that the log entry commits to"}
		}
	}
	d.openings = append(d.openings, o)
	d.logged[o.text("change")] = o
	return nil
}

func (c *checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\n", c.origin, c.size, base64.StdEncoding.EncodeToString(c.root[:]))
}

// checkExport requires that the log commits to the manifest and so to every byte below data/.
func (d *dossier) checkExport() error {
	manifest, err := d.read("manifest-sha512.txt")
	if err != nil {
		return err
	}
	sum := sha512.Sum512(manifest)
	for _, o := range d.openings {
		if o.text("kind") == "dossier.exported" && o.text("manifestSha512") == hex.EncodeToString(sum[:]) {
			return nil
		}
	}
	return &invalid{"manifest-sha512.txt", "no log entry commits to this dossier"}
}

// connects checks that the older checkpoint is the beginning of the newer one, by the proof enclosed.
func (d *dossier) connects(o, n *checkpoint) error {
	if o.origin != n.origin || o.size > n.size {
		return errors.New("not an earlier checkpoint of this log")
	}
	if o.size == n.size || o.size == 0 {
		if o.size == n.size && o.root != n.root {
			return errors.New("the log was rewritten")
		}
		return nil
	}
	proof, err := d.read(fmt.Sprintf("proofs/consistency-%d-%d.txt", o.size, n.size))
	if err != nil {
		return err
	}
	return checkConsistency(o, n, proof)
}

// checkStamped checks that what was time-stamped is the beginning of this log.
func (d *dossier) checkStamped(n *checkpoint) error {
	names, err := filepath.Glob(filepath.Join(d.directory, "timestamps", "*", "checkpoint.txt"))
	if err != nil {
		return err
	}
	for _, path := range names {
		name := "timestamps/" + filepath.Base(filepath.Dir(path)) + "/checkpoint.txt"
		bytes, err := d.read(name)
		if err != nil {
			return err
		}
		o, err := parseCheckpoint(string(bytes))
		if err != nil {
			return at(name, err)
		}
		if err := d.connects(o, n); err != nil {
			return at(name, err)
		}
	}
	return nil
}

// What the records say by one name and the log by another.
var (
	statementMembers = map[string]string{"id": "statement", "subject": "subject", "property": "property", "value": "after",
		"basis": "basis", "attributedTo": "attributedTo", "passage": "passage", "reason": "reason"}
	passageMembers = map[string]string{"id": "passage", "source": "subject", "layer": "layer", "start": "start", "end": "end"}
	textMembers    = map[string]string{"id": "subject", "layer": "version"}
	sourceMembers  = map[string]string{"id": "subject", "sha256": "sha256", "sha512": "sha512", "length": "length"}
)

type recorded map[string]interface{}

func (r recorded) text(name string) string {
	text, _ := r[name].(string)
	return text
}

// checkRecords compares data/records.json with what was logged.
func (d *dossier) checkRecords() error {
	const place = "data/records.json"
	bytes, err := d.read(place)
	if err != nil {
		return err
	}
	var all struct{ Statements, Passages, Texts, Sources []recorded }
	if err := json.Unmarshal(bytes, &all); err != nil {
		return at(place, err)
	}
	standing := map[string]string{}
	for _, o := range d.openings {
		if strings.HasPrefix(o.text("kind"), "statement.") {
			standing[o.text("statement")] = "accepted"
			if _, moved := o.payload["value"]; moved {
				standing[o.text("statement")] = o.text("after")
			}
		}
	}
	for _, r := range all.Statements {
		if err := d.compare(r, statementMembers); err != nil {
			return at(place, err)
		}
		if r.text("status") != standing[r.text("id")] {
			return &invalid{place, "the log says otherwise where this stands: " + r.text("id")}
		}
	}
	for _, r := range all.Sources {
		if err := d.compare(r, sourceMembers); err != nil {
			return at(place, err)
		}
	}
	texts := map[string][]uint16{}
	for _, r := range all.Texts {
		if err := d.compare(r, textMembers); err != nil {
			return at(place, err)
		}
		text, err := d.read("data/" + r.text("file"))
		if err != nil {
			return err
		}
		texts[fmt.Sprint(r["id"], r["layer"])] = utf16.Encode([]rune(string(text)))
	}
	for _, r := range all.Passages {
		if err := d.compare(r, passageMembers); err != nil {
			return at(place, err)
		}
		text := texts[fmt.Sprint(r["source"], r["layer"])]
		start, _ := r["start"].(float64)
		end, _ := r["end"].(float64)
		if start < 0 || end < start || end > float64(len(text)) ||
			string(utf16.Decode(text[int(start):int(end)])) != r.text("text") {
			return &invalid{place, "other words stand in the source than in the passage " + r.text("id")}
		}
	}
	return nil
}

func (d *dossier) compare(r recorded, members map[string]string) error {
	o := d.logged[r.text("change")]
	if o == nil || r.text("change") == "" {
		return errors.New("no disclosed log entry is about this: " + r.text("id"))
	}
	for name, logged := range members {
		if !reflect.DeepEqual(r[name], o.payload[logged]) {
			return errors.New("the log says otherwise of " + name + " of " + r.text("id"))
		}
	}
	return nil
}

func verifyDossier(p *policy, directory string, older []byte) error {
	d := &dossier{directory: directory, logged: map[string]*opening{}}
	if err := d.checkFiles(); err != nil {
		return err
	}
	bytes, err := d.read("proofs/checkpoint")
	if err != nil {
		return err
	}
	c, err := p.open(bytes)
	if err != nil {
		return at("proofs/checkpoint", err)
	}
	if err := d.checkEntries(p, c); err != nil {
		return err
	}
	if err := d.checkExport(); err != nil {
		return err
	}
	if err := d.checkRecords(); err != nil {
		return err
	}
	if err := d.checkStamped(c); err != nil {
		return err
	}
	if older == nil {
		return nil
	}
	o, err := p.open(older)
	if err != nil {
		return at("your older checkpoint", err)
	}
	return at("your older checkpoint", d.connects(o, c))
}

func run(arguments []string) error {
	if len(arguments) == 0 {
		return errUsage
	}
	inclusive := map[string][2]int{"dossier": {2, 3}, "inclusion": {3, 3}, "opening": {2, 3}, "consistency": {4, 4},
		"checkpoint": {2, 2}}
	kind, names := arguments[0], arguments[1:]
	if limits, known := inclusive[kind]; !known || len(names) < limits[0] || len(names) > limits[1] {
		return errUsage
	}
	files := make([][]byte, 4)
	for i, name := range names {
		if kind == "dossier" && i == 1 {
			continue
		}
		bytes, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("%w: %v", errCannotTell, err)
		}
		files[i] = bytes
	}
	if kind == "opening" {
		o, err := readOpening(files[0], files[1])
		if err == nil && len(names) == 3 && !o.isAbout(files[2]) {
			err = errors.New("not the file that the log entry commits to")
		}
		return err
	}
	p, err := readPolicy(string(files[0]))
	if err != nil {
		return fmt.Errorf("%w: %v", errCannotTell, err)
	}
	switch kind {
	case "dossier":
		return verifyDossier(p, names[1], files[2])
	case "inclusion":
		return verifyInclusion(p, files[1], files[2])
	case "consistency":
		return verifyConsistency(p, files[1], files[2], files[3])
	default:
		_, err = p.open(files[1])
		return err
	}
}

func main() {
	err := run(os.Args[1:])
	switch {
	case err == nil:
		fmt.Println("VALID", os.Args[1])
	case errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, "usage: verify dossier|inclusion|opening|consistency|checkpoint FILE...")
		os.Exit(2)
	case errors.Is(err, errCannotTell):
		fmt.Println("CANNOT TELL", err)
		os.Exit(2)
	default:
		fmt.Println("INVALID", err)
		os.Exit(1)
	}
}
